package io.meshc.normalize;

import io.meshc.dialect.Resources;
import io.meshc.source.ResourceId;
import io.meshc.yaml.Document;
import java.util.Map;

/// The resources of one environment, and where each was read from.
public record Parsed(Resources resources, Map<ResourceId, Document> documents) {
  public Parsed {
    documents = Map.copyOf(documents);
  }
}
