/// What Istio takes for the values that many of its fields hold: host names, durations, addresses, labels, headers, regular
/// expressions, ports. Each is a function that says what is wrong with a text, in words that complete a sentence, or `""`.
///
/// In: the text of a scalar. Out: the fault. Deliberately absent: which field takes what; that is for the rules.
///
/// Source: the reference pages at istio.io/latest/docs/reference/config, and what istiod's webhook was seen to refuse.
@NullMarked
package io.meshc.rules.istio.value;

import org.jspecify.annotations.NullMarked;
