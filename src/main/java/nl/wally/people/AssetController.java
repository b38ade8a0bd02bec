package nl.wally.people;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The style sheet and the scripts of the pages for people. */
@Controller
final class AssetController {
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @GetMapping(PeopleConfig.ASSETS + "/{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable String name, @RequestParam(name = "v", required = false) @Nullable String version) {
        Optional<Asset> found = Asset.named(name);
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Asset asset = found.get();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asset.type()))
                // What is asked for by another version may be another thing after an upgrade.
                .cacheControl(asset.version().equals(version) ? FOR_GOOD : CacheControl.noCache())
                .body(asset.content());
    }
}
