package nl.wally.conformance;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code wally.conformance.*}.
 *
 * @param packagesFolder where the operator puts FHIR npm packages ({@code .tgz}) with further profiles; it may be absent
 */
@ConfigurationProperties("wally.conformance")
record ConformanceProperties(@DefaultValue("packages") Path packagesFolder) {}
