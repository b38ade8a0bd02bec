package nl.wally.simulator.check;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.TestReport;
import org.hl7.fhir.r4.model.TestReport.TestReportActionResult;
import org.hl7.fhir.r4.model.TestReport.TestReportParticipantType;
import org.hl7.fhir.r4.model.TestReport.TestReportResult;
import org.hl7.fhir.r4.model.TestReport.TestReportStatus;

/** A report as FHIR has it, see https://hl7.org/fhir/R4/testreport.html: one test for each requirement. */
final class FhirReport {
    private FhirReport() {}

    static TestReport of(Report report, Wording wording, Instant now) {
        var fhir = new TestReport();
        fhir.setName(wording.title(report));
        fhir.setStatus(
                report.result() == Verdict.Result.NOT_SEEN ? TestReportStatus.INPROGRESS : TestReportStatus.COMPLETED);
        fhir.setTestScript(new Reference()
                .setDisplay(wording.of("Eisen aan een ", "Requirements of a ")
                        + (report.his()
                                ? "HIS"
                                : wording.of("systeem van sociaal werkers", "system of social workers"))));
        fhir.setResult(
                switch (report.result()) {
                    case PASSED -> TestReportResult.PASS;
                    case FAILED -> TestReportResult.FAIL;
                    case NOT_SEEN -> TestReportResult.PENDING;
                });
        fhir.setScore(
                100.0 * report.count(Verdict.Result.PASSED) / report.lines().size());
        fhir.setTester("Waar is Wally");
        fhir.setIssued(Date.from(now));
        fhir.addParticipant()
                .setType(TestReportParticipantType.CLIENT)
                .setUri("urn:client:" + report.client())
                .setDisplay(report.client());
        report.lines().forEach(line -> add(fhir, line, wording));
        return fhir;
    }

    private static void add(TestReport fhir, Report.Line line, Wording wording) {
        Requirement requirement = line.requirement();
        var test = fhir.addTest()
                .setName(requirement.id())
                .setDescription(requirement.level() + ": " + wording.of(requirement.text()));
        var said = test.addAction().getAssert();
        said.setResult(TestReportActionResult.fromCode(line.verdict().result().testReport()));
        said.setMessage(wording.of(line.verdict().result().words()));
        said.setDetail(wording.page(requirement));
        Wording.shown(line.verdict())
                .forEach(finding -> test.addAction()
                        .getAssert()
                        .setResult(finding.right() ? TestReportActionResult.PASS : TestReportActionResult.FAIL)
                        .setMessage(wording.of(finding)));
    }
}
