using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Audit;
using CognitoPools.Audit.Model;
using CognitoPools.Audit.Suppressions;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Documents;
using CognitoPools.Pools;

namespace CognitoPools.Commands;

/// <summary>The base of the cmdlets that audit pools.</summary>
public abstract class AuditCommand : PoolSelectionCommand
{
    private readonly List<string> regions = [];
    private AuditFleetReader? fleet;
    private AuditReader? reader;
    private PoolAudit? audit;
    private AccountAudit? account;
    private CheckSelection? selection;
    private SuppressionList? suppressions;
    private UserPoolFacts? userPools;
    private IReadOnlyList<PoolIdentityMeasurement>? measurements;
    private AuditedPool? read;
    private bool wasWhole;

    /// <summary>Specifies the identity pool: a name, an id, or an object with an IdentityPoolId property. Wildcards are supported in
    /// names. By default, all pools are audited. You can pipe pools to this cmdlet.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "IdentityPoolId")]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public override PSObject[]? IdentityPool { get; set; }

    /// <summary>Also checks all roles of the account. This finds roles that trust identity pools but that no pool uses, and roles that
    /// callers of the basic flow can choose.</summary>
    [Parameter]
    public new SwitchParameter Account { get; set; }

    /// <summary>Specifies the ids of the checks to run, for example TrustNoAmr. Wildcards are supported. By default, all checks run. For
    /// a list of the ids, see about_CognitoPools_Audit.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [CheckId]
    [ArgumentCompleter(typeof(CheckIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Specifies the ids of checks to exclude. Wildcards are supported.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [CheckId]
    [ArgumentCompleter(typeof(CheckIdCompleter))]
    public string[]? ExcludeId { get; set; }

    /// <summary>Specifies the lowest severity to report: Info (the default), Low, Medium, High or Critical. NotChecked is also reported
    /// if one of the checks that could not run can reach this severity.</summary>
    [Parameter]
    [OneValue(Of = typeof(PoolFindingSeverity))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolFindingSeverity>))]
    public Choice<PoolFindingSeverity> Severity { get; set; }

    /// <summary>Specifies a JSON file of accepted findings: {"suppressions": [{"id": …, "identityPool": …, "target": …, "reason": …,
    /// "expires": "2027-01-31"}]}. The keys id and reason are required. If its name ends with suppressions.json, the file can be in the
    /// same folder as pool documents.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SuppressionPath { get; set; }

    /// <summary>Specifies facts about user pools, which the module cannot read itself. Use the output of describe-user-pool,
    /// describe-user-pool-client and list-groups of the AWS CLI. Enter JSON, objects or file paths.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? UserPool { get; set; }

    /// <summary>Specifies measurements of identities: the output of Measure-PoolIdentity. The audit then also reports days with far more
    /// new guests than the surrounding days.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public PSObject[]? Measurement { get; set; }

    /// <summary>Whether to include checks that found nothing.</summary>
    private protected virtual bool WithPassed => false;

    /// <summary>Processes findings.</summary>
    /// <param name="pool">The pool, or null for the whole account.</param>
    /// <param name="findings">The findings, the most severe first, including suppressed ones.</param>
    private protected abstract void AddFindings(AuditedPool? pool, IReadOnlyList<AuditedFinding> findings);

    /// <summary>The number of audited pools.</summary>
    private protected int Count { get; private set; }

    /// <summary>The Regions of the audited pools.</summary>
    private protected IReadOnlyList<string> AuditedRegions => regions;

    /// <summary>The account id; null if it is not known.</summary>
    private protected string? AccountId { get; private set; }

    /// <summary>The specified measurements.</summary>
    private protected IReadOnlyList<PoolIdentityMeasurement> Measurements => measurements ?? [];

    /// <summary>The measurement of a pool, or null.</summary>
    private protected virtual PoolIdentityMeasurement? MeasurementOf(string identityPoolId) =>
        Measurements.LastOrDefault(measurement => measurement.IdentityPoolId == identityPoolId);

    /// <summary>Whether to warn if no pool was audited.</summary>
    private protected virtual bool ExpectsPools => true;

    private protected CheckSelection Selection => selection ??= new CheckSelection(Id, ExcludeId, Severity);

    private protected override void CheckParameters()
    {
        // An unreadable file must fail before the first call.
        ReadSuppressions();
        if (!AuditChecks.Ids.Any(Selection.Has))
        {
            throw new InvalidSettingException(
                nameof(Id), Id is null ? null : string.Join(", ", Id), "-ExcludeId excludes every selected check.", "Exclude fewer checks.");
        }
        userPools ??= UserPool is null ? UserPoolFacts.None : UserPoolArgument.Read(SessionState, UserPool);
        measurements ??= [.. (Measurement ?? []).Select(MeasurementArgument.Read)];
        wasWhole |= !IsBound(nameof(IdentityPool)) && !MyInvocation.ExpectingInput && Tag is null;
    }

    private protected override IdentityPool Read(AccountConnection connection, string identityPoolId)
    {
        read = Audited(connection, identityPoolId, Unwrapped.Object(CurrentItem) as IdentityPool);
        return read.Pool;
    }

    private protected override void Use(AccountConnection connection, IdentityPool pool) => Guard(
        () =>
        {
            var audited = ReferenceEquals(read?.Pool, pool) ? read! : Audited(connection, pool.IdentityPoolId, pool);
            read = null;
            Count++;
            if (!regions.Contains(pool.Region))
                regions.Add(pool.Region);
            AccountId ??= audited.AccountId;
            suppressions?.AddAudited(audited);
            account!.Add(audited);
            AddFindings(audited, Suppressed(audit!.Run(audited, WithPassed)));
        },
        CurrentItem ?? pool);

    private protected override void End()
    {
        if (Account && ExpectsPools)
            AuditAccount();
        foreach (var unused in suppressions?.Unused(WasLookedFor, wasWhole) ?? [])
        {
            WriteWarning(
                $"Suppression {unused.Place} ({unused}) in '{SuppressionPath}' matches no finding. Remove it, or correct its id, "
                    + "identityPool and target.");
        }
        if (Count == 0 && ExpectsPools && !HasFailed)
            WriteWarning("No identity pool was audited.");
    }

    // If a check did not run, its suppressions do not count as unused.
    private bool WasLookedFor(string id) => Selection.Has(id) && Severity.Value == PoolFindingSeverity.Info
        && (Account || !AuditChecks.OfAccount.Contains(id)) && (Measurements.Count > 0 || !AuditChecks.OfMeasurements.Contains(id));

    private protected override void Close() => fleet?.Dispose();

    private AuditedPool Audited(AccountConnection connection, string identityPoolId, IdentityPool? given)
    {
        if (fleet?.Connection != connection)
        {
            fleet?.Dispose();
            audit ??= new PoolAudit(AuditChecks.All, Selection.Runs);
            reader = new AuditReader(connection, audit.Reads, userPools!);
            fleet = new AuditFleetReader(connection, reader, Observer, Cancellation);
            account ??= new AccountAudit(connection, reader.Uses, Selection.Runs);
        }
        var reading = fleet.Read(identityPoolId, given);
        Await(reading);
        return reading.Result with
        {
            Measurement = MeasurementOf(identityPoolId),
        };
    }

    private void AuditAccount()
    {
        if (account is null)
        {
            var connection = base.Account.Connection;
            account = new AccountAudit(connection, new PoolRoleUses(connection), Selection.Runs);
        }
        // The id of a specified pool may be the only source of the Region.
        var region = Region ?? regions.FirstOrDefault() ?? RegionOf(base.Account.Connection);
        var found = new List<AuditedFinding>();
        ForEach(token => account.FindAsync(region, regions, token), found.Add);
        AddFindings(null, Suppressed(found.OrderByDescending(finding => finding.Finding.Severity)));
    }

    private IReadOnlyList<AuditedFinding> Suppressed(IEnumerable<AuditedFinding> findings) =>
    [
        .. findings.Where(found => Selection.Has(found.Finding))
            .Select(found => suppressions is null ? found : found with { Finding = suppressions.Apply(found.Finding) }),
    ];

    private void ReadSuppressions()
    {
        if (SuppressionPath is null || suppressions is not null)
            return;
        var text = PolicyFile.Read(SessionState, nameof(SuppressionPath), SuppressionPath);
        try
        {
            suppressions = new SuppressionList(SuppressionReader.Read(text, AuditChecks.Ids), base.Account.Connection.TimeProvider.GetUtcNow());
        }
        catch (DocumentFormatException problem)
        {
            throw new InvalidSettingException(nameof(SuppressionPath), SuppressionPath, $"{problem.Place}: {problem.Rule}", problem.Remedy);
        }
    }
}
