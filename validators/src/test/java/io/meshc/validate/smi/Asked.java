package io.meshc.validate.smi;

import java.util.Map;

/// A question to both readings.
///
/// @param headers of one value each
record Asked(
    String fromNamespace,
    String fromAccount,
    String namespace,
    String service,
    int port,
    boolean http,
    String method,
    String path,
    Map<String, String> headers) {}
