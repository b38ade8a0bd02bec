package nl.wally.referring.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.referring.LaunchContext;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/** What a HIS told comes out of the browser as it went in. */
class CarriedLaunchesTest {
    @Test
    void comesOutAsItWentIn() throws Exception {
        Patient thea = new Patient();
        thea.addName().setFamily("Vos").addGiven("Thea");
        LaunchContext told = new LaunchContext(
                thea,
                List.of(new Coding().setSystem(Canonicals.ICPC_1_NL).setCode("Z01")),
                Optional.of(new Identifier().setSystem("http://his.example/r").setValue("V-1")));

        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        CarriedLaunches.pack(told, FhirContext.forR4Cached()).forEach(claims::claim);
        Map<String, Object> carried =
                JWTClaimsSet.parse(claims.build().toString()).getClaims();
        LaunchContext back = CarriedLaunches.unpack(carried, FhirContext.forR4Cached());

        assertThat(back.patient().equalsDeep(thea)).isTrue();
        assertThat(back.reasons())
                .singleElement()
                .satisfies(code -> assertThat(code.getCode()).isEqualTo("Z01"));
        assertThat(back.transaction()).hasValueSatisfying(number -> {
            assertThat(number.getSystem()).isEqualTo("http://his.example/r");
            assertThat(number.getValue()).isEqualTo("V-1");
        });
    }
}
