/// Kubernetes' own objects, as far as a mesh looks at them: Namespaces, Services, ServiceAccounts, and what runs Pods.
///
/// In: documents. Out: records of the fields that decide who is called, as whom and at which port. Deliberately absent: every
/// other field. These objects are not mesh configuration, so a field that nobody reads here is none of meshc's business and
/// never a problem; a field that is read and has the wrong type is one. Kinds of other vendors that meshc does not read
/// become an [OtherObject], so that nothing vanishes.
@NullMarked
package io.meshc.dialect.kubernetes;

import org.jspecify.annotations.NullMarked;
