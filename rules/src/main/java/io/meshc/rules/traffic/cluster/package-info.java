/// What keeps requests from crossing from one cluster of a mesh into another.
@NullMarked
package io.meshc.rules.traffic.cluster;

import org.jspecify.annotations.NullMarked;
