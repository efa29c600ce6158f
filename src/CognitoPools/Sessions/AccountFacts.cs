namespace CognitoPools.Sessions;

/// <summary>Asks AWS who the caller is.</summary>
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
