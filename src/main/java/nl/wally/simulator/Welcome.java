package nl.wally.simulator;

import nl.wally.fhir.FhirProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the server is once it can be used and, when the demo region is there, what to do next. */
@Component
class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final ServletWebServerApplicationContext server;
    private final FhirProperties fhir;
    private final DemoClients clients;

    Welcome(ServletWebServerApplicationContext server, FhirProperties fhir, DemoClients clients) {
        this.server = server;
        this.fhir = fhir;
        this.clients = clients;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String local = "http://localhost:" + server.getWebServer().getPort();
        String base = fhir.baseUrl() == null ? local + "/fhir" : fhir.baseUrl();
        LOG.info("Ready at {} / De server is klaar. The guide / De gids: {}/ig", base, fhir.root(local));
        if (!clients.exposed().isEmpty()) {
            LOG.info(nextSteps(local));
        }
    }

    private static String nextSteps(String local) {
        return """
                The demo region is loaded / De demoregio is geladen.
                  People, password "demo" / Mensen, wachtwoord "demo": sanne, vandijk, coordinator, … at %1$s/sign-in
                  A HIS that opens the referral form / Een HIS dat het verwijsformulier opent: %1$s/demo/his
                  The e-mail they get / De e-mail die zij krijgen: %1$s/demo/mail
                  Clients, secret "demo": his-demo-1, his-demo-2 (HIS), wally-demo-1, wally-demo-2 (Wally), coordinator-demo
                  Send Thea's referral, from the folder of the project / Verstuur de verwijzing van Thea:
                    TOKEN=$(curl -s -u his-demo-1:demo -d grant_type=client_credentials %1$s/oauth2/token \\
                      | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                    curl -s -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/fhir+json" \\
                      --data @profiles/examples/Bundle-TheaReferral.json %1$s/fhir
                  How it goes on / Hoe het verder gaat: %1$s/ig/first-referral.html\
                """.formatted(local);
    }
}
