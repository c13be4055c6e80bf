/// What Istio asks of a PeerAuthentication and a RequestAuthentication.
@NullMarked
package io.meshc.rules.istio.authentication;

import org.jspecify.annotations.NullMarked;
