using System.Globalization;
using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Identities;
using CognitoPools.Pools;
using CognitoPools.Providers;
using CognitoPools.Sandbox;

namespace CognitoPools.Commands.Sandbox;

/// <summary>Adds identities to an identity pool of the sandbox, as if users had signed in.</summary>
/// <remarks>
/// <para>Without -Provider the identities are guests; with it, each has one login with that provider of the pool. A
/// million identities take seconds.</para>
/// <para>It works on a sandbox alone: a real pool gets its identities from its apps.</para>
/// </remarks>
/// <example>
/// <title>Guests</title>
/// <code>Add-PoolSandboxIdentity shop -Count 1000</code>
/// Adds a thousand guests that were first seen now.
/// </example>
/// <example>
/// <title>Old identities</title>
/// <code>Add-PoolSandboxIdentity shop -Count 500 -CreationDate (Get-Date).AddDays(-120)</code>
/// Adds guests whose identities are 120 days old.
/// </example>
/// <example>
/// <title>Users of a provider</title>
/// <code>Add-PoolSandboxIdentity shop -Count 20 -Provider Google</code>
/// Adds identities that signed in with Google.
/// </example>
/// <notes>
/// <para>Calls: of the sandbox only: ListIdentityPools for a pool given by its name, DescribeIdentityPool,
/// GetIdentityPoolRoles and GetPrincipalTagAttributeMap with -Provider.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Add, "PoolSandboxIdentity", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(PoolIdentity))]
public sealed class AddPoolSandboxIdentityCommand : PoolTargetCommand
{
    /// <summary>How many identities to add, 1 to 10,000,000.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 10_000_000)]
    [OneValue]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int Count { get; set; } = 1;

    /// <summary>The provider that the identities signed in with, in any of its forms; of several, each gets its identities.
    /// Without it: guests.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string[]? Provider { get; set; }

    /// <summary>When the identities were made. Without it: now, by the sandbox's clock. Text must be ISO 8601.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset CreationDate { get; set; }

    /// <summary>When their records last changed, no earlier than they were made. Without it: when they were made. Text
    /// must be ISO 8601.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset LastModifiedDate { get; set; }

    /// <summary>Makes them disabled, as merged identities are: Get-PoolIdentity -Disabled finds them.</summary>
    [Parameter]
    public SwitchParameter Disabled { get; set; }

    /// <summary>Writes the identities.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Answers every question with yes, unless -Confirm is given.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process()
    {
        var (connection, id) = ResolvePool(Pool);
        var sandbox = Account.Sandbox ?? throw new Errors.PoolException(Errors.PoolErrorId.NoSandbox);
        var providers = Provider ?? ProviderNameAttribute.Piped(Pool);
        if (providers is null)
        {
            AddTo(connection, sandbox, id, null);
            return;
        }
        var pool = ReadPool(connection, id, PoolParts.Settings);
        Each(providers, provider => AddTo(connection, sandbox, id, LoginKey(pool, provider)));
    }

    private void AddTo(AccountConnection connection, SandboxAccount sandbox, string id, string? login)
    {
        if (!Agreed(
            Force,
            id,
            string.Format(
                CultureInfo.InvariantCulture, "Add {0} {1} to the sandbox",
                Count, Count == 1 ? "identity" : "identities")))
        {
            return;
        }
        var created = IsBound(nameof(CreationDate)) ? CreationDate : sandbox.Clock.GetUtcNow();
        var modified = IsBound(nameof(LastModifiedDate)) ? LastModifiedDate : created;
        if (modified < created)
        {
            throw new InvalidSettingException(
                nameof(LastModifiedDate), LastModifiedDate.ToString("o", CultureInfo.InvariantCulture),
                "is earlier than the identities were made.", "Give a later date, or an earlier -CreationDate.");
        }
        var made = sandbox.AddIdentities(id, Count, login, created, modified, Disabled);
        if (!PassThru)
            return;
        foreach (var identityId in made)
        {
            Cancellation.ThrowIfCancellationRequested();
            WriteObject(Run(token => new IdentityLister(connection).DescribeAsync(identityId, token)));
        }
    }

    private static string LoginKey(IdentityPool pool, string named)
    {
        var found = ProviderForms.Find(pool.Providers, named).Select(provider => provider.LoginKey).Distinct(StringComparer.Ordinal).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 =>
                throw new InvalidSettingException(
                    nameof(Provider),
                    named,
                    $"is no provider of identity pool {pool}.",
                    pool.Providers.Count == 0
                        ? "Add one first: Add-PoolIdentityProvider."
                        : $"Its providers are {string.Join(", ", pool.Providers.Select(provider => provider.Name))}."),
            _ =>
                throw new InvalidSettingException(
                    nameof(Provider), named, $"fits several providers of identity pool {pool}.",
                    $"Name one of {string.Join(", ", found)}."),
        };
    }
}
