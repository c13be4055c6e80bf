package io.meshc.dialect;

/// An object of some dialect, as its author wrote it. Each is a record in the package of its vendor.
public interface Resource {
  Meta meta();
}
