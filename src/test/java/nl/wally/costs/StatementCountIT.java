package nl.wally.costs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import java.net.http.HttpRequest;
import nl.wally.ServerIT;
import nl.wally.StatementLog;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.ProfileValidator;
import nl.wally.conformance.Promised;
import nl.wally.coordination.District;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What each operation costs, exactly: a change of these numbers is a change of speed, and is seen in review. The numbers stand
 * in {@code src/test/resources/costs.csv}.
 */
class StatementCountIT extends ServerIT {
    @Autowired
    private StatementLog statements;

    @Autowired
    private ProfileValidator validator;

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private DaoRegistry daos;

    @Autowired
    private JdbcTemplate database;

    @Test
    void everyOperationCostsWhatTheTableSays() {
        var costs = new Costs(statements, validator);
        count(costs);
        costs.hold();
        assertThat(costs.kinds()).as("no operation without a line in the table").containsAll(Offered.by(offered()));
    }

    /** Each theme in a district of its own: what other tests left behind costs nothing there. */
    private void count(Costs costs) {
        new Intakes(costs, server, district()).count();
        District here = district();
        new Transitions(costs, server, here).count();
        new Conversations(costs, server, here).count();
        new Systems(costs, server, district(), clients, database).count();
        new Directories(costs, server, district()).count();
        Promised promised = Promised.on(server, daos);
        new Reads(costs, server, promised).count(offered().getResource());
        new Searches(costs, server, promised).count();
    }

    private District district() {
        return new District(server, clients);
    }

    /** What the server says it offers. */
    private CapabilityStatementRestComponent offered() {
        return server.send(HttpRequest.newBuilder(server.base().resolve("/fhir/metadata")))
                .resource(CapabilityStatement.class)
                .getRestFirstRep();
    }
}
