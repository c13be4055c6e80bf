/// What a command takes, declared as data and handed to picocli, what may stand for it ([Defaults]), and how a command
/// stops where that makes no sense. Deliberately without picocli's annotations: reading them
/// by reflection makes proxy classes, which no AOT cache holds, and took a third of a cold start.
@NullMarked
package io.meshc.cli.options;

import org.jspecify.annotations.NullMarked;
