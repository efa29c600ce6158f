namespace CognitoPools.Sessions;

/// <summary>Reads the identity of the caller from AWS.</summary>
internal static class AccountFacts
{
    public static async Task ReadAsync(PoolAccount account, CancellationToken cancellationToken)
    {
        account.Connection.RequireRegion();
        var caller = await account.Connection.GetCallerAsync(cancellationToken).ConfigureAwait(false);
        account.AccountId = caller.Account;
        account.CallerArn = caller.Arn;
    }
}
