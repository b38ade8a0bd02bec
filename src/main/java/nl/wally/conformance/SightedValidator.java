package nl.wally.conformance;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.extensions.ExtensionDefinitions;
import org.hl7.fhir.r5.extensions.ExtensionUtilities;
import org.hl7.fhir.r5.model.ElementDefinition;
import org.hl7.fhir.r5.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.Utilities;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;
import org.hl7.fhir.validation.instance.utils.NodeStack;
import org.hl7.fhir.validation.instance.utils.ValidationContext;

/**
 * Sees at a glance whether the rules are met that FHIR has for every element, extension, reference and resource, and leaves
 * to FHIRPath what is not seen to be met: what it says is the same, at a fraction of the cost. Best practices are not told.
 */
class SightedValidator extends InstanceValidator {
    /** By the expression as R4 has it: a rule of another wording is another rule. */
    private static final Map<String, Predicate<Element>> AT_SIGHT = Map.of(
            "hasValue() or (children().count() > id.count())", // ele-1
            element -> has(element, child -> !child.getName().equals("id"))
                    || element.isPrimitive() && !Utilities.noString(element.primitiveValue()),
            "extension.exists() != value.exists()", // ext-1
            element -> has(element, child -> child.getName().equals("extension") && !child.isEmpty())
                    != has(element, child -> child.getProperty().getName().equals("value[x]") && !child.isEmpty()),
            "reference.startsWith('#').not() or (reference.substring(1).trace('url') in %rootResource.contained.id.trace('ids'))", // ref-1
            element -> isNotLocal(element.getChildren("reference")),
            "contained.contained.empty()", // dom-2
            SightedValidator::containsNothing,
            "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", // dom-4
            SightedValidator::containsNothing,
            "contained.meta.security.empty()", // dom-5
            SightedValidator::containsNothing);

    SightedValidator(IWorkerContext context) {
        super(
                context,
                new FhirInstanceValidator.NullEvaluationContext(),
                new XVerExtensionManagerOld(context),
                new ValidatorSession(),
                new ValidatorSettings());
    }

    @Override
    public boolean checkInvariants(
            ValidationContext context,
            List<ValidationMessage> errors,
            StructureDefinition profile,
            ElementDefinition definition,
            Element resource,
            Element element,
            NodeStack stack,
            boolean onlyNonInherited) {
        List<ElementDefinitionConstraintComponent> left = definition.getConstraint().stream()
                .filter(rule -> !isMet(rule, element))
                .toList();
        return left.isEmpty()
                || super.checkInvariants(
                        context,
                        errors,
                        profile,
                        new ElementDefinition().setType(definition.getType()).setConstraint(left),
                        resource,
                        element,
                        stack,
                        onlyNonInherited);
    }

    private static boolean isMet(ElementDefinitionConstraintComponent rule, Element element) {
        if (!rule.hasExpression() || isNeverTold(rule)) {
            return true;
        }
        Predicate<Element> sight = AT_SIGHT.get(rule.getExpression());
        return sight != null && sight.test(element);
    }

    /** The library does not evaluate the first, and says nothing of the second while best practices are ignored. */
    private static boolean isNeverTold(ElementDefinitionConstraintComponent rule) {
        return "dom-3".equals(rule.getKey())
                || "dom-6".equals(rule.getKey())
                        && ExtensionUtilities.readBooleanExtension(rule, ExtensionDefinitions.EXT_BEST_PRACTICE);
    }

    private static boolean has(Element element, Predicate<Element> which) {
        return element.hasChildren() && element.getChildren().stream().anyMatch(which);
    }

    /** Whether it is one reference at most, and leads out of the resource. */
    private static boolean isNotLocal(List<Element> references) {
        return references.isEmpty()
                || references.size() == 1
                        && references.get(0).hasPrimitiveValue()
                        && !references.get(0).primitiveValue().startsWith("#");
    }

    private static boolean containsNothing(Element resource) {
        return !has(resource, child -> child.getName().equals("contained"));
    }
}
