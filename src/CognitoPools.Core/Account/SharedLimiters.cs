using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CognitoPools.Account;

/// <summary>The limiters of this process: one for each account, Region and operation, shared by all connections and
/// runspaces.</summary>
internal static class SharedLimiters
{
    private static readonly ConcurrentDictionary<string, object> Accounts = new(StringComparer.Ordinal);

    // Weak keys: a sandbox and its limiters are collected once nothing refers to the sandbox.
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<(
        TimeProvider Time, string Region, string Operation), RequestRateLimiter>> Limiters = new();

    /// <summary>The object that identifies an AWS account.</summary>
    /// <param name="name">The account number, or another known identifier.</param>
    public static object Account(string name) => Accounts.GetOrAdd(name, static _ => new object());

    /// <summary>The limiter of an account's operation in a Region.</summary>
    /// <param name="account">The object that identifies the account.</param>
    /// <param name="region">The Region.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="time">The clock.</param>
    /// <param name="rate">Requests a second, if there is no limiter yet.</param>
    public static RequestRateLimiter Of(object account, string region, string operation, TimeProvider time, double rate) =>
        Limiters.GetOrCreateValue(account).GetOrAdd((time, region, operation), _ => new RequestRateLimiter(rate, time));
}
