using Amazon.CognitoIdentity;
using Amazon.IdentityManagement;
using CognitoPools.Account;

namespace CognitoPools.Pools.Plans;

/// <summary>What the steps of one run share.</summary>
internal sealed class PlanRun(
    AccountConnection connection, string region, IReporter reporter, PlanContext context, CancellationToken stop)
{
    public AccountConnection Connection { get; } = connection;

    public string Region { get; } = region;

    public IReporter Reporter { get; } = reporter;

    public PlanContext Context { get; } = context;

    /// <summary>Cancelled when the user stops the run: nothing more is sent, and no wait goes on.</summary>
    public CancellationToken Stop { get; } = stop;

    public PoolReader Reader { get; } = new(connection);

    public IAmazonCognitoIdentity Cognito => Connection.Cognito(Region);

    public IAmazonIdentityManagementService Iam => Connection.Iam(Region);

    /// <summary>ARNs of the roles that this run created or changed.</summary>
    public HashSet<string> TouchedRoles { get; } = new(StringComparer.Ordinal);

    /// <summary>Remembers that a role was created or changed, for this run and for the commands after it.</summary>
    public void Touch(string roleArn)
    {
        TouchedRoles.Add(roleArn);
        Connection.FreshRoles.Note(roleArn);
    }

    /// <summary>Warns about other people's edits that this run replaced: those made after the pool was read and before
    /// it was written.</summary>
    public void ReportReplaced(IdentityPool pool, IReadOnlyList<string> replaced)
    {
        if (replaced.Count > 0)
        {
            Reporter.Warning(
                $"Somebody else changed identity pool {pool} after it was read, and your change replaced theirs: "
                    + $"{string.Join("; ", replaced)}.");
        }
    }

    /// <summary>Warns about other people's edits that followed this run's write at once and may have replaced it.</summary>
    public void ReportLost(IdentityPool pool, IReadOnlyList<string> lost)
    {
        if (lost.Count > 0)
        {
            Reporter.Warning(
                $"Somebody else changed identity pool {pool} in the same moment: {string.Join("; ", lost)}. Read the "
                    + $"pool again and repeat your change if it is missing.");
        }
    }

    /// <summary>Reports what a confirmed write of the pool replaced, and what replaced it in the same moment.</summary>
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

    /// <summary>Reads after a write that the service confirmed. A read that fails is a warning: the write stays done.</summary>
    /// <param name="what">What was written.</param>
    /// <param name="check">The command that shows it.</param>
    /// <param name="verify">The reads, and the reports of what they find.</param>
    public async Task VerifyAsync(string what, string check, Func<Task> verify)
    {
        try
        {
            await verify().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Reporter.Warning(
                $"The service confirmed {what}, but reading it again to see whether somebody else changed it in the same "
                    + $"moment failed: {Sentences.Ended(failure.Message)} {check} shows it.");
        }
    }

    /// <summary>What was written of the pool, and confirmed.</summary>
    public List<PoolWrite> Written { get; } = [];

    /// <summary>What is left of steps that failed or could not be undone.</summary>
    public List<PlanLeftover> Leftovers { get; } = [];
}
