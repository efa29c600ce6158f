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
/// <para>Use this cmdlet to fill a pool before you test a report, a cleanup or a runbook. By default, the identities are
/// guests. With -Provider, each identity has one login with that provider of the pool. Adding a million identities takes
/// a few seconds.</para>
/// <para>This cmdlet cannot add identities to a real identity pool, which gets them from its apps. The identities have
/// logins but no users, so nobody can sign in to them. To create an identity with a user, sign in with
/// New-PoolSandboxToken and Get-PoolCredential.</para>
/// </remarks>
/// <example>
/// <title>Add guests</title>
/// <code>Add-PoolSandboxIdentity shop -Count 1000</code>
/// Adds 1,000 guests, created now.
/// </example>
/// <example>
/// <title>Add old identities</title>
/// <code>Add-PoolSandboxIdentity shop -Count 500 -CreationDate (Get-Date).AddDays(-120)</code>
/// Adds 500 guests that were created 120 days ago.
/// </example>
/// <example>
/// <title>Add users of a provider</title>
/// <code>Add-PoolSandboxIdentity shop -Count 20 -Provider Google</code>
/// Adds 20 identities that signed in with Google.
/// </example>
/// <notes>
/// <para>Calls: the sandbox only. ListIdentityPools for a pool that is specified by name; with -Provider also
/// DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.Add, "PoolSandboxIdentity", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(PoolIdentity))]
public sealed class AddPoolSandboxIdentityCommand : PoolTargetCommand
{
    /// <summary>Specifies how many identities to add, from 1 to 10,000,000. The default is 1.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, 10_000_000)]
    [OneValue]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int Count { get; set; } = 1;

    /// <summary>Specifies the provider that the identities signed in with: its kind (Google), name, user pool id, issuer,
    /// ARN, application id or key. With several providers, the cmdlet adds -Count identities for each one. By default, the
    /// identities are guests.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string[]? Provider { get; set; }

    /// <summary>Specifies when the identities were created. Text must be in ISO 8601 format, for example 2026-01-15T12:00:00.
    /// The default is the current time of the sandbox's clock.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset CreationDate { get; set; }

    /// <summary>Specifies when the records of the identities last changed. The date must not be earlier than the creation
    /// date, which is the default. Text must be in ISO 8601 format.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [IsoDate]
    [ArgumentCompleter(typeof(DateCompleter))]
    public DateTimeOffset LastModifiedDate { get; set; }

    /// <summary>Adds disabled identities, such as those that a merge leaves. Get-PoolIdentity -Disabled finds them.</summary>
    [Parameter]
    public SwitchParameter Disabled { get; set; }

    /// <summary>Returns the identities. By default, the cmdlet returns nothing.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Answers every question of the cmdlet with yes, unless -Confirm is specified.</summary>
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
                "must not be earlier than the creation date.", "Specify a later date, or an earlier -CreationDate.");
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
                    $"is not a provider of identity pool {pool}.",
                    pool.Providers.Count == 0
                        ? "Add a provider with Add-PoolIdentityProvider."
                        : $"Specify one of its providers: {string.Join(", ", pool.Providers.Select(provider => provider.Name))}."),
            _ =>
                throw new InvalidSettingException(
                    nameof(Provider), named, $"matches several providers of identity pool {pool}.",
                    $"Specify one of {string.Join(", ", found)}."),
        };
    }
}
