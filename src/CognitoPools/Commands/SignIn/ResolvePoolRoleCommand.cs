using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Providers;
using CognitoPools.Roles;
using CognitoPools.SignIn;

namespace CognitoPools.Commands.SignIn;

/// <summary>Says which role a user would get from an identity pool in the enhanced flow, and why, without signing in.</summary>
/// <remarks>
/// <para>Claims come as a hashtable, an object, JSON, or a token, which is decoded and not verified; for SAML give the
/// assertion's attributes. The provider is told by the token's issuer, or named with -Provider. The answer names the
/// role, the rule that fitted and those that did not, the principal tags that the session would carry, and every
/// reading of the service's documentation that it relied on where that leaves something open.</para>
/// <para>With a pool's name or id the pool is read, the role's trust policy is checked for this user, and for a guest
/// the actions are listed that the service cuts off from the role's permissions. With a pool object nothing is called,
/// unless -CheckTrust is given: so rules can be tried before they are set. No identity is made.</para>
/// <para>A token that the pool would refuse gets no role but the error of Get-PoolCredential: an access token, and the
/// token of an issuer, app client or audience that the pool does not have. A token must have iss, aud, sub and exp;
/// claims in another form may leave out what is not known. Neither the signature nor the end of a token is
/// checked.</para>
/// </remarks>
/// <example>
/// <title>A token</title>
/// <code>Resolve-PoolRole shop -Claim $idToken</code>
/// Tells the role of the user whose token it is.
/// </example>
/// <example>
/// <title>Many users at once</title>
/// <code>Import-Csv users.csv | Resolve-PoolRole shop -Provider CognitoUserPool | Format-Table Subject, Role, Reason</code>
/// Takes each line's columns as claims.
/// </example>
/// <example>
/// <title>A guest</title>
/// <code>Resolve-PoolRole shop -Guest | Format-List</code>
/// Shows the guest role, whether it can be assumed, and what the service cuts off.
/// </example>
/// <example>
/// <title>The guests of every pool</title>
/// <code>Get-CognitoIdentityPool | Where-Object GuestAccess | Resolve-PoolRole -Guest -CheckTrust | Where-Object { -not $_.Trusted }</code>
/// Finds the pools whose guests get no credentials.
/// </example>
/// <example>
/// <title>Ask for a role</title>
/// <code>Resolve-PoolRole shop -Provider CognitoUserPool -Claim @{ sub = '42'; 'cognito:roles' = 'arn:aws:iam::123456789012:role/one' } `
///     -CustomRole arn:aws:iam::123456789012:role/one</code>
/// Says whether the user may have that role.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap; iam:
/// GetRole; for a user of an OpenID Connect provider GetOpenIDConnectProvider; and for a guest ListRolePolicies,
/// GetRolePolicy, ListAttachedRolePolicies, GetPolicy and GetPolicyVersion. A pool that Get-CognitoIdentityPool gave is
/// not read again. A pool given by its name costs ListIdentityPools too; an id does not.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html">Amazon
/// Cognito: role-based access control</seealso>
[Cmdlet(VerbsDiagnostic.Resolve, "PoolRole", DefaultParameterSetName = ClaimsSet)]
[OutputType(typeof(PoolRoleDecision))]
public sealed class ResolvePoolRoleCommand : ConnectedCommand
{
    private const string ClaimsSet = "Claims";
    private const string PoolsSet = "Pools";

    private readonly Dictionary<string, IReadOnlyList<string>?> audiences = new(StringComparer.Ordinal);
    private (object? Given, IdentityPool Pool)? read;

    /// <summary>The identity pool: its exact name, its id, or an object. What Get-CognitoIdentityPool gave is used as
    /// it is, and nothing is called. Pools come through the pipeline where the claims do not.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ClaimsSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PoolsSet)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    /// <summary>The user's claims: a hashtable, an object, JSON, or a token. Required unless -Guest is specified.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ParameterSetName = ClaimsSet)]
    [Parameter(ParameterSetName = PoolsSet)]
    [AllowNull]
    [AllowEmptyString]
    [Alias("Claims")]
    [ArgumentCompleter(typeof(ClaimTableCompleter))]
    public object? Claim { get; set; }

    /// <summary>The provider or providers that the claims are of, in any of their forms: one answer for each. Without it: the
    /// one that the token's issuer names, or the pool's only one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string?[]? Provider { get; set; }

    /// <summary>A guest, who has no claims.</summary>
    [Parameter]
    public SwitchParameter Guest { get; set; }

    /// <summary>The ARN of the role that the user asks for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PoolRoleArnCompleter))]
    [RoleName]
    public string? CustomRole { get; set; }

    /// <summary>Checks the role's trust policy also when a pool object is given.</summary>
    [Parameter]
    public SwitchParameter CheckTrust { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(IdentityPool);

    /// <summary>The pool that is being worked on, as the user gave it.</summary>
    private object? Pool => CurrentItem;

    private protected override void Process()
    {
        CheckUser();
        if (CustomRole is not null && !RoleArn.TryParse(CustomRole, out _))
        {
            throw new InvalidSettingException(
                nameof(CustomRole), CustomRole, "is not the ARN of an IAM role.",
                "Give an ARN such as 'arn:aws:iam::123456789012:role/name'.");
        }
        string?[] none = [null];
        Each(Provider ?? (Guest ? null : ProviderNameAttribute.Piped(Pool)) ?? none, Resolve);
    }

    private void Resolve(string? provider)
    {
        var given = PoolArgument.Whole(Pool);
        var pool = given ?? ReadNamed();
        var connection = given is null || CheckTrust ? ConnectionFor(pool.Connection) : null;
        var request = Guest ? SignInRequest.Guest : new SignInRequest([Login(pool, connection, provider)]);
        request = request with { CustomRole = CustomRole };
        if (connection is null)
        {
            WriteObject(RoleResolver.Decide(pool, request));
            return;
        }
        WriteObject(Run(token => RoleResolver.CheckAsync(connection, pool, request, token)));
    }

    // Where a script block gives the pool of a record, the record is no claims of a user, unless -Claim says so.
    private bool HasClaims => IsBound(nameof(Claim)) && (IsArgument(nameof(Claim)) || !IsDelayed(nameof(IdentityPool)));

    private void CheckUser()
    {
        Combination.NotWith(
            nameof(Guest),
            Guest,
            (nameof(Claim), HasClaims),
            (nameof(Provider), Provider is not null),
            (nameof(CustomRole), CustomRole is not null));
        if (!Guest && !HasClaims)
        {
            throw new InvalidSettingException(
                nameof(Claim), null, "no user was specified.", "Specify -Claim or -Guest.");
        }
    }

    // The pool is read once for all users in the pipeline.
    private IdentityPool ReadNamed()
    {
        if (read is { } known && Equals(known.Given, Pool))
            return known.Pool;
        var (connection, id) = ResolvePool(Pool);
        var pool = ReadPool(connection, id);
        read = (Pool, pool);
        return pool;
    }

    // With a pool object nothing is called, so the audiences that IAM has are not known then.
    private SignInLogin Login(IdentityPool current, AccountConnection? connection, string? provider)
    {
        var claims = ClaimsArgument.Read(Claim);
        var named = provider is null ? null : Named(current, provider);
        var found = ClaimedLogin.Find(
            current, claims, ClaimsArgument.IsToken(Claim), named,
            arn => connection is null ? null : Audiences(connection, current.Region, arn));
        if (found.Refusal is { } refusal)
            throw SignInExplainer.Explain(refusal, current, found.LoginKey, claims);
        if (found.Providers.Count == 0 && named is not null)
        {
            throw new InvalidSettingException(
                nameof(Provider), provider, "the claims are those of another app client of the user pool.",
                "Leave -Provider out, or name that app client.");
        }
        if (found.Providers.Count == 0)
        {
            throw new PoolException(
                PoolErrorId.ProviderMissing, current,
                current.Providers.Select(provider => provider.RoleMappingKey ?? provider.Name));
        }
        var text = provider ?? claims["iss"]?.Values.FirstOrDefault() ?? found.LoginKey;
        return new SignInLogin(Only(current, text, found.Providers), claims) { IsAudienceAssumed = found.IsAudienceAssumed };
    }

    private static IReadOnlyList<PoolIdentityProvider> Named(IdentityPool current, string provider)
    {
        var found = ProviderForms.Find(current.Providers, provider);
        return found.Count > 0 ? found : [Only(current, provider, found)];
    }

    // IAM is asked once for each provider, however many users come through the pipeline.
    private IReadOnlyList<string>? Audiences(AccountConnection connection, string region, string arn)
    {
        if (!audiences.TryGetValue(arn, out var known))
        {
            known = Run(token => new IamProviders(connection, region).AudiencesAsync(arn, token));
            audiences.Add(arn, known);
        }
        return known;
    }

    private static PoolIdentityProvider Only(
        IdentityPool current, string named, IReadOnlyList<PoolIdentityProvider> found) => found.Count switch
        {
            1 => found[0],
            0 =>
                throw new PoolException(
                    PoolErrorId.ProviderNotFound, current, named,
                    current.Providers.Select(provider => provider.RoleMappingKey ?? provider.Name),
                    ProviderForms.Question(current.Providers, named)),
            _ =>
                throw new PoolException(
                    PoolErrorId.ProviderAmbiguous, current, named,
                    found.Select(provider => provider.RoleMappingKey)),
        };
}
