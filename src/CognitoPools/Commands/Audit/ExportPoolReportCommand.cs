using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Audit;
using CognitoPools.Audit.Model;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Reports;
using CognitoPools.Reports.Model;

namespace CognitoPools.Commands.Audit;

/// <summary>Writes a report of identity pools and of what is wrong with them, as a page (HTML), SARIF, JSON or Markdown.</summary>
/// <remarks>
/// <para>The page is one file without a script. It opens from disk, prints, and follows the light or dark scheme of its reader. It shows
/// all pools with guest access, providers, rules and roles, who else can assume the roles, what guests can do in plain words, and the
/// findings with their remedies. With -Measurement it shows the ages of the identities and how long a cleanup would take, and with
/// -Difference how pools differ from their documents.</para>
/// <para>Without input, the cmdlet audits every pool, or those that -IdentityPool, -Tag and -AllRegions choose, as
/// Test-CognitoIdentityPool does. Findings, measurements and differences can also be piped in. A report of findings that are piped in
/// has exactly these findings, and nothing is read again; it has no description of the pools.</para>
/// <para>-Format Sarif writes SARIF 2.1.0 for code scanning, such as that of GitHub. A suppressed finding is in it with its reason.
/// Consumer secrets are masked in every format.</para>
/// </remarks>
/// <example>
/// <title>A page about all pools</title>
/// <code>Export-PoolReport -AllRegions -Account -Path ./pools.html</code>
/// Audits every pool of every Region and writes the page.
/// </example>
/// <example>
/// <title>SARIF in CI</title>
/// <code>$findings = Test-CognitoIdentityPool -Severity High
/// $findings | Export-PoolReport -Path ./pools.sarif
/// if ($findings) { Write-Warning "$($findings.Count) grave findings" }</code>
/// Writes exactly the findings that were made. Without findings the file has no results.
/// </example>
/// <example>
/// <title>With the ages of identities</title>
/// <code>Export-PoolReport shop -Measurement (Measure-PoolIdentity shop) -Path ./shop.html</code>
/// Shows how old the identities are, and how long a cleanup would take.
/// </example>
/// <example>
/// <title>With the drift from documents</title>
/// <code>Export-CognitoIdentityPool shop -Path ./shop.json
/// Export-PoolReport shop -Difference (Compare-CognitoIdentityPool shop -Path ./shop.json) -Path ./shop.html</code>
/// Shows what differs from the document beside the findings.
/// </example>
/// <example>
/// <title>A comment for a pull request</title>
/// <code>Test-CognitoIdentityPool shop | Export-PoolReport -Format Markdown | Set-Content ./comment.md</code>
/// Writes the findings as Markdown.
/// </example>
/// <returns>The text of the report, or with -PassThru the file.</returns>
/// <notes>
/// <para>Calls: the same as Test-CognitoIdentityPool: cognito-identity: ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles and
/// GetPrincipalTagAttributeMap; iam: GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies, GetPolicy and GetPolicyVersion
/// for each role, ListOpenIDConnectProviders and ListSAMLProviders where a pool has such providers, and ListRoles with -Account. No call
/// when findings are piped in.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/security.html">Amazon Cognito: security</seealso>
/// <seealso href="https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/uploading-a-sarif-file-to-github">GitHub:
/// uploading a SARIF file</seealso>
[Cmdlet(VerbsData.Export, "PoolReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportPoolReportCommand : AuditCommand
{
    private readonly List<AuditedPool> pools = [];
    private readonly List<PoolFinding> findings = [];
    private readonly List<PoolIdentityMeasurement> measured = [];
    private readonly List<PoolDocumentDifference> differences = [];
    private AccountConnection? connection;
    private bool wasGiven;
    private bool wasChecked;
    private bool isRefused;

    /// <summary>The file. Without it the text goes to the pipeline.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Html, Sarif, Json or Markdown. By default, what the ending of -Path says (.html, .sarif, .json, .md), and otherwise
    /// Html.</summary>
    [Parameter]
    [OneValue(Of = typeof(PoolReportFormat))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolReportFormat>))]
    public Choice<PoolReportFormat> Format { get; set; }

    /// <summary>Differences from documents, as Compare-CognitoIdentityPool wrote them; null when there were none.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public PSObject[]? Difference { get; set; }

    /// <summary>Leaves a file alone that exists, with an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Replaces a read-only file, too, and answers every question with yes, unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void CheckParameters()
    {
        if (wasChecked)
            return;
        (wasChecked, isRefused) = (true, true);
        Combination.OnlyWith(
            nameof(Path), Path is not null, (nameof(NoClobber), NoClobber), (nameof(PassThru), PassThru), (nameof(Force), Force));
        if (NoClobber && File.Exists(DocumentPath.Resolve(SessionState, Path!)))
            throw new PoolException(PoolErrorId.FileNotWritten, Path!, "it exists already.", "Omit -NoClobber to replace it.");
        base.CheckParameters();
        isRefused = false;
    }

    // A report that left out what could not be audited would say that all is well.
    private protected override void NoteFailure(ErrorRecord error)
    {
        if (!isRefused)
            findings.Add(UnreadFinding.OfFailure(error.TargetObject?.ToString() ?? MyInvocation.MyCommand.Name, PoolErrors.MessageOf(error.Exception)));
    }

    // What the audit wrote is taken as a whole.
    private protected override bool IsRow(object record) => !FindingArgument.IsFinding(record) && !FindingArgument.IsDifference(record)
        && OwnObject.TypeOf(record) != nameof(PoolIdentityMeasurement);

    private protected override void Process()
    {
        if (wasChecked && isRefused)
            return;
        if (FindingArgument.IsFinding(CurrentItem))
        {
            CheckParameters();
            wasGiven = true;
            var finding = FindingArgument.Finding(CurrentItem!);
            connection ??= finding.Connection;
            findings.Add(finding);
        }
        else if (FindingArgument.IsDifference(CurrentItem))
        {
            CheckParameters();
            wasGiven = true;
            differences.Add(FindingArgument.Difference(CurrentItem));
        }
        else
        {
            // A measurement names its pool, which is audited.
            if (OwnObject.TypeOf(CurrentItem) == nameof(PoolIdentityMeasurement))
                measured.Add(MeasurementArgument.Read(CurrentItem));
            base.Process();
        }
    }

    private protected override PoolIdentityMeasurement? MeasurementOf(string identityPoolId) =>
        measured.LastOrDefault(one => one.IdentityPoolId == identityPoolId) ?? base.MeasurementOf(identityPoolId);

    private protected override void Take(AuditedPool? pool, IReadOnlyList<AuditedFinding> found)
    {
        if (pool is not null)
        {
            pools.Add(pool);
            connection ??= pool.Pool.Connection;
        }
        findings.AddRange(found.Select(one => one.Finding));
    }

    // Nothing that was piped in is a report of nothing: the pipeline of an audit that found nothing is empty.
    private protected override bool ExpectsPools => !wasGiven && (!MyInvocation.ExpectingInput || HasFailed);

    private protected override void End()
    {
        CheckParameters();
        if (isRefused)
            return;
        base.End();
        var format = IsBound(nameof(Format)) ? Format.Value : Path is null ? PoolReportFormat.Html : PoolReport.FormatOf(Path) ?? PoolReportFormat.Html;
        var text = PoolReport.Write(Report(), format);
        if (Path is null)
        {
            WriteObject(text);
            return;
        }
        var file = DocumentPath.Resolve(SessionState, Path);
        if (!Agreed(Force, file, "Write the report to the file"))
            return;
        DocumentPath.Write(file, text, Force);
        if (PassThru)
            WriteObject(new FileInfo(file));
    }

    private AuditReport Report()
    {
        var given = (Difference ?? []).Select(FindingArgument.Difference);
        return new AuditReport((connection?.TimeProvider ?? TimeProvider.System).GetUtcNow())
        {
            AccountId = AccountId,
            Regions =
            [
                .. AuditedRegions.Concat(findings.Select(finding => finding.IdentityPoolId).OfType<string>().Where(PoolIds.IsId).Select(PoolIds.Region)),
            ],
            Pools = pools,
            Findings = findings,
            Measurements = [.. Measurements, .. measured],
            Differences = [.. given, .. differences],
        };
    }
}
