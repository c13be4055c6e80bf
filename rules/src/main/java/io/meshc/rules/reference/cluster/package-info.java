/// Names of clusters that lead nowhere.
@NullMarked
package io.meshc.rules.reference.cluster;

import org.jspecify.annotations.NullMarked;
