package io.meshc.golden;

import java.io.File;
import java.nio.file.Path;
import org.approvaltests.Approvals;
import org.approvaltests.core.ApprovalFailureReporter;
import org.approvaltests.core.Options;
import org.approvaltests.namer.ApprovalNamer;
import org.approvaltests.reporters.AutoApproveReporter;
import org.approvaltests.reporters.QuietReporter;

/// Texts that somebody read and approved. `-Dapprove=true` approves what is there now: the diff is the review.
record Approved(Path folder, String name) implements ApprovalNamer {

  /// Against `<folder>/<name>.approved.<extension>`.
  static void verify(String text, Path folder, String name, String extension) {
    ApprovalFailureReporter reporter =
        Boolean.getBoolean("approve") ? new AutoApproveReporter() : QuietReporter.INSTANCE;
    Options options = new Options(reporter).forFile().withNamer(new Approved(folder, name));
    Approvals.verify(text, options.forFile().withExtension("." + extension));
  }

  @Override
  public File getApprovedFile(String extension) {
    return folder.resolve(name + ".approved" + extension).toFile();
  }

  @Override
  public File getReceivedFile(String extension) {
    return folder.resolve(name + ".received" + extension).toFile();
  }

  @Override
  public String getApprovalName() {
    return name;
  }

  @Override
  public String getSourceFilePath() {
    return folder + File.separator;
  }

  @Override
  public ApprovalNamer addAdditionalInformation(String information) {
    return new Approved(folder, name + "." + information);
  }

  @Override
  public String getAdditionalInformation() {
    return "";
  }
}
