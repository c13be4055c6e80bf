/// Who may do what: role-based access control, for requests and for connections alike.
@NullMarked
package io.meshc.dialect.envoy.rbac;

import org.jspecify.annotations.NullMarked;
