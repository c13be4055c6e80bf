/// What Linkerd's controller makes of objects that its webhook takes: those whose target is not there, and those that it does not accept.
@NullMarked
package io.meshc.rules.linkerd.status;

import org.jspecify.annotations.NullMarked;
