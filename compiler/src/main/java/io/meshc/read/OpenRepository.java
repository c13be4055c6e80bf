package io.meshc.read;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/// A directory → the Git repository that holds it.
///
/// As JGit comes, its first use on a machine measures the clock of the file system for seconds, starts `git` to find
/// the system's config, and writes a config of its own below the home directory. None of that changes what objects
/// say, so here it reads no config but the repository's own.
final class OpenRepository {
  private OpenRepository() {}

  static {
    SystemReader.setInstance(new OwnConfigOnly(SystemReader.getInstance()));
  }

  /// Empty where no parent of the directory is a repository; the directory may also be a bare one.
  static Optional<Repository> holding(Path directory) throws IOException {
    var builder = new FileRepositoryBuilder().setMustExist(true);
    builder.findGitDir(directory.toAbsolutePath().normalize().toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    indexOfHook(builder.getGitDir()).ifPresent(builder::setIndexFile);
    return Optional.of(builder.build());
  }

  /// `git commit -a` and `git commit FILE` build the commit in an index of their own, and tell the pre-commit hook.
  private static Optional<File> indexOfHook(File gitDir) {
    return Optional.ofNullable(SystemReader.getInstance().getenv("GIT_INDEX_FILE"))
        .map(it -> new File(it).getAbsoluteFile())
        .filter(it -> it.isFile() && it.toPath().normalize().startsWith(gitDir.toPath()));
  }

  private static final class OwnConfigOnly extends SystemReader.Delegate {
    OwnConfigOnly(SystemReader system) {
      super(system);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
      return new Empty(fs);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
      return new Empty(fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
      return new Empty(fs);
    }
  }

  private static final class Empty extends FileBasedConfig {
    Empty(FS fs) {
      super(new File("none"), fs);
    }

    /// An answer to how coarse the clock of a file system is keeps JGit from measuring it, for which it would write
    /// files into the repository. Two seconds is the worst that is known, and only delays the use of caches.
    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long defaultValue, TimeUnit unit) {
      return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
          ? unit.convert(2, TimeUnit.SECONDS)
          : super.getTimeUnit(section, subsection, name, defaultValue, unit);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
