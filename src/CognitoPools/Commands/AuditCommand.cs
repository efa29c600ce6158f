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

    /// <summary>The identity pool: a name, which may hold wildcards, an id, or any object with an IdentityPoolId
    /// property. Without it: every pool.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "IdentityPoolId")]
    [SupportsWildcards]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public override PSObject[]? IdentityPool { get; set; }

    /// <summary>Also looks at all roles of the account: at those that trust identity pools and that no pool uses, and at those that
    /// callers of the basic flow can choose.</summary>
    [Parameter]
    public new SwitchParameter Account { get; set; }

    /// <summary>Only these checks. Wildcards are allowed; the ids are in about_CognitoPools_Audit.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [CheckId]
    [ArgumentCompleter(typeof(CheckIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Leaves these checks out. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [CheckId]
    [ArgumentCompleter(typeof(CheckIdCompleter))]
    public string[]? ExcludeId { get; set; }

    /// <summary>Only findings of this severity and above: Info (the default), Low, Medium, High or Critical. What could not be
    /// checked is reported when one of the checks could have found as much.</summary>
    [Parameter]
    [OneValue(Of = typeof(PoolFindingSeverity))]
    [ArgumentCompleter(typeof(ChoiceCompleter<PoolFindingSeverity>))]
    public Choice<PoolFindingSeverity> Severity { get; set; }

    /// <summary>A JSON file of findings that are accepted: {"suppressions": [{"id": …, "identityPool": …, "target": …, "reason": …,
    /// "expires": "2027-01-31"}]}. Pool, target and expiry may be left out. It may stand beside pool documents when its name ends with
    /// suppressions.json.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SuppressionPath { get; set; }

    /// <summary>What other tools say of user pools, whose service the module does not call: the answers of describe-user-pool,
    /// describe-user-pool-client and list-groups of the AWS CLI, as JSON, objects or the paths of files.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? UserPool { get; set; }

    /// <summary>Measurements of identities, as Measure-PoolIdentity wrote them. A day with far more new guests than its neighbours is
    /// then a finding.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public PSObject[]? Measurement { get; set; }

    /// <summary>Whether the checks that found nothing are wanted, too.</summary>
    private protected virtual bool WithPassed => false;

    /// <summary>Takes what was found.</summary>
    /// <param name="pool">The pool, or null for the whole account.</param>
    /// <param name="findings">What was found, the gravest first. Suppressed findings are among them.</param>
    private protected abstract void Take(AuditedPool? pool, IReadOnlyList<AuditedFinding> findings);

    /// <summary>How many pools were audited.</summary>
    private protected int Count { get; private set; }

    /// <summary>The Regions of the pools that were audited.</summary>
    private protected IReadOnlyList<string> AuditedRegions => regions;

    /// <summary>The number of the account; null where it is not known.</summary>
    private protected string? AccountId { get; private set; }

    /// <summary>The measurements that were given.</summary>
    private protected IReadOnlyList<PoolIdentityMeasurement> Measurements => measurements ?? [];

    /// <summary>The measurement of a pool, or null.</summary>
    private protected virtual PoolIdentityMeasurement? MeasurementOf(string identityPoolId) =>
        Measurements.LastOrDefault(measurement => measurement.IdentityPoolId == identityPoolId);

    /// <summary>Whether an audit of no pool is worth a warning.</summary>
    private protected virtual bool ExpectsPools => true;

    private protected CheckSelection Selection => selection ??= new CheckSelection(Id, ExcludeId, Severity);

    private protected override void CheckParameters()
    {
        // A file that cannot be read is an error before anything is called.
        ReadSuppressions();
        if (!AuditChecks.Ids.Any(Selection.Has))
        {
            throw new InvalidSettingException(
                nameof(Id), string.Join(", ", Id ?? []), "no check is left beside -ExcludeId.", "Specify fewer of them.");
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
            suppressions?.Meet(audited);
            account!.Add(audited);
            Take(audited, Suppressed(audit!.Run(audited, WithPassed)));
        },
        CurrentItem ?? pool);

    private protected override void End()
    {
        if (Account && ExpectsPools)
            AuditAccount();
        foreach (var unused in suppressions?.Unused(WasLookedFor, wasWhole) ?? [])
        {
            WriteWarning(
                $"The suppression {unused.Place} ({unused}) of '{SuppressionPath}' accepts no finding. Remove it, or correct its id, "
                    + "identityPool and target.");
        }
        if (Count == 0 && ExpectsPools && !HasFailed)
            WriteWarning("No identity pool was audited.");
    }

    // What was not looked for says nothing of a suppression.
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
        // A pool that was named by its id may be the only one that says the Region.
        var region = Region ?? regions.FirstOrDefault() ?? RegionOf(base.Account.Connection);
        var found = new List<AuditedFinding>();
        ForEach(token => account.FindAsync(region, regions, token), found.Add);
        Take(null, Suppressed(found.OrderByDescending(finding => finding.Finding.Severity)));
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
