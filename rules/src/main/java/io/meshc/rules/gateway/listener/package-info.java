/// What a Gateway or a ListenerSet may not say of its listeners.
@NullMarked
package io.meshc.rules.gateway.listener;

import org.jspecify.annotations.NullMarked;
