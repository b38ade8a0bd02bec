package nl.wally.fhir;

import ca.uhn.fhir.jpa.dao.tx.HapiTransactionService;
import nl.wally.conformance.Definitions;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The forms of the guide, for everybody to read and search: put into the database at the start of the server, under the id
 * that they have in the guide, and again when the guide has another version.
 */
@Component
class PublishedForms implements SmartInitializingSingleton {
    private final Definitions definitions;
    private final Store store;
    private final Referrals locks;
    private final HapiTransactionService transactions;

    PublishedForms(Definitions definitions, Store store, Referrals locks, HapiTransactionService transactions) {
        this.definitions = definitions;
        this.store = store;
        this.locks = locks;
        this.transactions = transactions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        definitions
                .all(Questionnaire.class)
                .forEach(form -> transactions.withSystemRequest().execute(() -> publish(form)));
    }

    private void publish(Questionnaire form) {
        String reference = "Questionnaire/" + form.getIdElement().getIdPart();
        // Two nodes that start at the same moment: the second finds what the first has stored.
        locks.serialise("form", reference);
        boolean same = store.read(reference)
                .filter(stored -> content(stored).equalsDeep(content(form)))
                .isPresent();
        if (!same) {
            store.publish(form.copy());
        }
    }

    private static Resource content(Resource form) {
        Resource content = form.copy();
        content.setId((String) null);
        content.setMeta(null);
        return content;
    }
}
