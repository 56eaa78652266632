package org.apricotdesk.config.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleHospitalTest {
  @TempDir Path folder;

  @Test
  void the_sample_hospital_is_whole() throws Exception {
    SampleHospital.writeArticles(folder);

    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(160);
    }
    assertThat(SampleHospital.org()).contains("杏林市第一人民医院");
    assertThat(SampleHospital.catalogue()).contains("printer.laser.jam");
    assertThat(SampleHospital.calendar()).contains("2026-02-14");
  }
}
