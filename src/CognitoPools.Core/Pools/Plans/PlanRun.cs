using Amazon.CognitoIdentity;
using Amazon.IdentityManagement;
using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>The shared state of the steps of one run.</summary>
internal sealed class PlanRun(
    AccountConnection connection, string region, IReporter reporter, PlanContext context, CancellationToken stop)
{
    public AccountConnection Connection { get; } = connection;

    public string Region { get; } = region;

    public IReporter Reporter { get; } = reporter;

    public PlanContext Context { get; } = context;

    /// <summary>Cancelled when the user stops the run. Nothing more is sent, and all waits end.</summary>
    public CancellationToken Stop { get; } = stop;

    public PoolReader Reader { get; } = new(connection);

    public IAmazonCognitoIdentity Cognito => Connection.Cognito(Region);

    public IAmazonIdentityManagementService Iam => Connection.Iam(Region);

    /// <summary>The ARNs of the roles that this run created or changed.</summary>
    public HashSet<string> TouchedRoles { get; } = new(StringComparer.Ordinal);

    /// <summary>Remembers that a role was created or changed, for this run and for later commands.</summary>
    public void Touch(string roleArn)
    {
        TouchedRoles.Add(roleArn);
        Connection.FreshRoles.Note(roleArn);
    }

    /// <summary>Warns about edits by others that this run replaced, because they were made between reading and writing the
    /// pool.</summary>
    public void ReportReplaced(IdentityPool pool, IReadOnlyList<string> replaced)
    {
        if (replaced.Count > 0)
        {
            Reporter.Warning(
                $"Somebody else changed identity pool {pool} after it was read, and your change replaced theirs: "
                    + $"{string.Join("; ", replaced)}.");
        }
    }

    /// <summary>Warns about edits by others that followed the write of this run immediately and may have replaced it.</summary>
    public void ReportLost(IdentityPool pool, IReadOnlyList<string> lost)
    {
        if (lost.Count > 0)
        {
            Reporter.Warning(
                $"Somebody else changed identity pool {pool} at the same time: {string.Join("; ", lost)}. Read the "
                    + "pool again, and repeat your change if it is missing.");
        }
    }

    /// <summary>Reports what a confirmed write of the pool replaced, and what replaced it at the same time.</summary>
    /// <param name="write">The write.</param>
    /// <param name="before">The pool as it was read when the edit was planned.</param>
    /// <param name="check">The command that shows the pool.</param>
    /// <param name="readAsync">Reads the pool as it is now.</param>
    public Task ConfirmAsync(PoolWrite write, IdentityPool before, string check, Func<Task<IdentityPool>> readAsync)
    {
        Written.Add(write);
        ReportReplaced(before, PoolConflicts.Of(write.Call, before, write.Found, write.Written));
        return VerifyAsync($"the change of identity pool {before}", check, async () =>
        {
            var lost = PoolDifference.Of(write.Call, write.Written, await readAsync().ConfigureAwait(false));
            ReportLost(before, lost);
            if (lost.Count > 0)
                Written.Remove(write);
        });
    }

    /// <summary>Reads after a write that the service confirmed. A failed read is only a warning, because the write is done.</summary>
    /// <param name="what">What was written.</param>
    /// <param name="check">The command that shows it.</param>
    /// <param name="verify">Reads and reports what it finds.</param>
    public async Task VerifyAsync(string what, string check, Func<Task> verify)
    {
        try
        {
            await verify().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Reporter.Warning(
                $"The service confirmed {what}, but it could not be read again to check for changes by others: "
                    + $"{Sentences.Ended(failure.Message)} To see its state, run {check}.");
        }
    }

    /// <summary>The confirmed writes of the pool.</summary>
    public List<PoolWrite> Written { get; } = [];

    /// <summary>What remains of steps that failed or could not be undone.</summary>
    public List<PlanLeftover> Leftovers { get; } = [];
}
