/// How the control plane of Linkerd was installed.
///
/// In: the ConfigMap into which its chart writes the values of the installation. Out: a record of those that decide something.
/// Deliberately absent: the way back, for nobody writes this object but the installation.
@NullMarked
package io.meshc.dialect.linkerd.control;

import org.jspecify.annotations.NullMarked;
