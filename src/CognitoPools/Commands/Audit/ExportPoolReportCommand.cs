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

/// <summary>Creates a report of identity pools and audit findings as HTML, SARIF, JSON or Markdown.</summary>
/// <remarks>
/// <para>By default, the cmdlet audits all pools and reports the findings. -IdentityPool, -Tag and -AllRegions select the pools, as in
/// Test-CognitoIdentityPool. You can also pipe findings, measurements or differences to this cmdlet.</para>
/// <para>The HTML report is a single file without scripts. You can open it from disk and print it, and it supports light and dark mode.
/// It shows each pool with its guest access, providers, rules and roles, who else can assume the roles, and what guests can do. Each
/// finding includes its remedy.</para>
/// <para>-Measurement adds the ages of the identities and how long a cleanup would take. -Difference adds the differences between pools
/// and their documents.</para>
/// <para>-Format Sarif writes SARIF 2.1.0 for code scanning, for example in GitHub. It includes suppressed findings with their reasons.
/// Consumer secrets are masked in every format.</para>
/// <para>This cmdlet cannot describe the pools if you pipe findings to it. It then reports only these findings and reads nothing
/// again.</para>
/// </remarks>
/// <example>
/// <title>Create a page about all pools</title>
/// <code>Export-PoolReport -AllRegions -Account -Path ./pools.html</code>
/// Audits all pools in all Regions and writes an HTML page.
/// </example>
/// <example>
/// <title>Create a SARIF file in CI</title>
/// <code>$findings = Test-CognitoIdentityPool -Severity High
/// $findings | Export-PoolReport -Path ./pools.sarif
/// if ($findings) { Write-Warning "$($findings.Count) serious findings" }</code>
/// Reports only the findings that are piped in. If there are none, the file has no results.
/// </example>
/// <example>
/// <title>Include the ages of identities</title>
/// <code>Export-PoolReport shop -Measurement (Measure-PoolIdentity shop) -Path ./shop.html</code>
/// Shows how old the identities are, and how long a cleanup would take.
/// </example>
/// <example>
/// <title>Include the drift from documents</title>
/// <code>Export-CognitoIdentityPool shop -Path ./shop.json
/// Export-PoolReport shop -Difference (Compare-CognitoIdentityPool shop -Path ./shop.json) -Path ./shop.html</code>
/// Shows the findings and the differences from the document.
/// </example>
/// <example>
/// <title>Create a pull request comment</title>
/// <code>Test-CognitoIdentityPool shop | Export-PoolReport -Format Markdown | Set-Content ./comment.md</code>
/// Writes the findings as Markdown.
/// </example>
/// <returns>The text of the report. With -Path, nothing. With -Path and -PassThru, the file.</returns>
/// <notes>
/// <para>Calls: the same as Test-CognitoIdentityPool: cognito-identity: ListIdentityPools, DescribeIdentityPool, GetIdentityPoolRoles and
/// GetPrincipalTagAttributeMap; iam: GetRole, ListRolePolicies, GetRolePolicy, ListAttachedRolePolicies, GetPolicy and GetPolicyVersion
/// for each role, ListOpenIDConnectProviders and ListSAMLProviders where a pool has such providers, and ListRoles with -Account. If you
/// pipe findings to the cmdlet, it makes no calls.</para>
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

    /// <summary>Specifies the file. By default, the cmdlet returns the text of the report.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Specifies the format: Html, Sarif, Json or Markdown. By default, the extension of -Path determines the format (.html,
    /// .sarif, .json or .md). For other extensions, and without -Path, the default is Html.</summary>
    [Parameter]
    [OneValue(Of = typeof(PoolReportFormat))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolReportFormat>))]
    public Choice<PoolReportFormat> Format { get; set; }

    /// <summary>Specifies differences from documents: the output of Compare-CognitoIdentityPool. The value can be null.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public PSObject[]? Difference { get; set; }

    /// <summary>Returns an error instead of replacing an existing file.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the file. By default, the cmdlet returns nothing if you specify -Path.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Also replaces a read-only file, and answers every question of the cmdlet with yes unless -Confirm is specified.</summary>
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
            throw new PoolException(PoolErrorId.FileNotWritten, Path!, "it already exists.", "Omit -NoClobber to replace it.");
        base.CheckParameters();
        isRefused = false;
    }

    // A report that omits what could not be audited would look as if all is well.
    private protected override void NoteFailure(ErrorRecord error)
    {
        if (!isRefused)
            findings.Add(UnreadFinding.OfFailure(error.TargetObject?.ToString() ?? MyInvocation.MyCommand.Name, PoolErrors.MessageOf(error.Exception)));
    }

    // Output of the audit is one object, not a row of properties.
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
            // The pool of the measurement is audited, too.
            if (OwnObject.TypeOf(CurrentItem) == nameof(PoolIdentityMeasurement))
                measured.Add(MeasurementArgument.Read(CurrentItem));
            base.Process();
        }
    }

    private protected override PoolIdentityMeasurement? MeasurementOf(string identityPoolId) =>
        measured.LastOrDefault(one => one.IdentityPoolId == identityPoolId) ?? base.MeasurementOf(identityPoolId);

    private protected override void AddFindings(AuditedPool? pool, IReadOnlyList<AuditedFinding> found)
    {
        if (pool is not null)
        {
            pools.Add(pool);
            connection ??= pool.Pool.Connection;
        }
        findings.AddRange(found.Select(one => one.Finding));
    }

    // An empty pipeline comes from an audit without findings, so it creates an empty report.
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

    // Findings of a pipeline do not contain the account, but their connections know it. A report of several accounts names none.
    private string? KnownAccountId()
    {
        var accounts = findings.Select(finding => finding.Connection?.KnownAccountId).Distinct(StringComparer.Ordinal).ToList();
        return accounts.Count == 1 ? accounts[0] : null;
    }

    private AuditReport Report()
    {
        var given = (Difference ?? []).Select(FindingArgument.Difference);
        return new AuditReport((connection?.TimeProvider ?? TimeProvider.System).GetUtcNow())
        {
            AccountId = AccountId ?? KnownAccountId(),
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
