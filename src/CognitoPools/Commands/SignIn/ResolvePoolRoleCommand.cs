using System.Management.Automation;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Providers;
using CognitoPools.Roles;
using CognitoPools.SignIn;

namespace CognitoPools.Commands.SignIn;

/// <summary>Shows which role a user would get from an identity pool in the enhanced flow, and why, without signing
/// in.</summary>
/// <remarks>
/// <para>Specify the user's claims as a hashtable, an object, JSON or a token. A token is decoded but not verified. For
/// SAML, specify the attributes of the assertion. The cmdlet identifies the provider by the token's issuer, or you can
/// specify -Provider.</para>
/// <para>The result shows the role, the rule that matched, the rules that did not, and the principal tags of the
/// session. Where the service's documentation leaves something open, it also lists the interpretation that the result
/// depends on.</para>
/// <para>If you specify the pool by its name or id, the cmdlet reads the pool and checks the role's trust policy for
/// this user. For a guest, it also lists the actions that the service removes from the role's permissions. If you
/// specify a pool object, the cmdlet makes no calls unless -CheckTrust is specified, so you can try rules before you
/// set them.</para>
/// <para>For a token that the pool would refuse, the cmdlet returns the error of Get-PoolCredential instead of a role.
/// This includes an access token, and a token with an issuer, app client or audience that the pool does not have. A
/// token must have iss, aud, sub and exp. In other forms, claims that you do not know can be omitted.</para>
/// <para>This cmdlet cannot check the signature or the expiration of a token. It does not create an identity.</para>
/// </remarks>
/// <example>
/// <title>A token</title>
/// <code>Resolve-PoolRole shop -Claim $idToken</code> Shows the role of the user who has this token.
/// </example>
/// <example>
/// <title>Many users at once</title>
/// <code>Import-Csv users.csv | Resolve-PoolRole shop -Provider CognitoUserPool | Format-Table Subject, Role, Reason</code>
/// Uses the columns of each row as claims.
/// </example>
/// <example>
/// <title>A guest</title>
/// <code>Resolve-PoolRole shop -Guest | Format-List</code>
/// Shows the guest role, whether it can be assumed, and which actions the service removes.
/// </example>
/// <example>
/// <title>The guests of every pool</title>
/// <code>Get-CognitoIdentityPool | Where-Object GuestAccess | Resolve-PoolRole -Guest -CheckTrust | Where-Object { -not $_.Trusted }</code>
/// Finds the pools whose guests get no credentials.
/// </example>
/// <example>
/// <title>Request a role</title>
/// <code>Resolve-PoolRole shop -Provider CognitoUserPool -Claim @{ sub = '42'; 'cognito:roles' = 'arn:aws:iam::123456789012:role/one' } `
///     -CustomRole arn:aws:iam::123456789012:role/one</code>
/// Shows whether the user can get that role.
/// </example>
/// <notes>
/// <para>Calls: cognito-identity: DescribeIdentityPool, GetIdentityPoolRoles and GetPrincipalTagAttributeMap; iam:
/// GetRole; for a user of an OpenID Connect provider GetOpenIDConnectProvider; for a guest ListRolePolicies,
/// GetRolePolicy, ListAttachedRolePolicies, GetPolicy and GetPolicyVersion. Output of Get-CognitoIdentityPool is not
/// read again. A pool specified by its name also requires ListIdentityPools; an id does not.</para>
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

    /// <summary>Specifies the identity pool by its exact name, its id, or an object. Output of Get-CognitoIdentityPool
    /// is used as it is, without calls. You can pipe pools to this cmdlet if the claims are not piped.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ClaimsSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PoolsSet)]
    [Alias("IdentityPoolId", "Id")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(PoolCompleter))]
    public PSObject[]? IdentityPool { get; set; }

    /// <summary>Specifies the user's claims as a hashtable whose keys are the names of claims, an object, JSON, or a
    /// token. For example: @{ sub = '42'; hd = 'example.com' }. It is required unless -Guest is specified.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ParameterSetName = ClaimsSet)]
    [Parameter(ParameterSetName = PoolsSet)]
    [AllowNull]
    [AllowEmptyString]
    [Alias("Claims")]
    [ArgumentCompleter(typeof(ClaimTableCompleter))]
    public object? Claim { get; set; }

    /// <summary>Specifies the provider or providers of the claims in any form. The cmdlet returns one result for each.
    /// By default, it uses the provider that the token's issuer names, or the only provider of the pool.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string?[]? Provider { get; set; }

    /// <summary>Resolves the role of a guest, who has no claims.</summary>
    [Parameter]
    public SwitchParameter Guest { get; set; }

    /// <summary>Specifies the ARN of the role that the user requests.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PoolRoleArnCompleter))]
    [RoleName]
    public string? CustomRole { get; set; }

    /// <summary>Checks the role's trust policy even if a pool object is specified.</summary>
    [Parameter]
    public SwitchParameter CheckTrust { get; set; }

    private protected override IReadOnlyList<object?> Items => OneOrMany.Of(IdentityPool);

    /// <summary>The pool that is being processed, as the user specified it.</summary>
    private object? Pool => CurrentItem;

    private protected override void Process()
    {
        CheckUser();
        if (CustomRole is not null && !RoleArn.TryParse(CustomRole, out _))
        {
            throw new InvalidSettingException(
                nameof(CustomRole), CustomRole, "the value is not the ARN of an IAM role.",
                "Specify an ARN such as 'arn:aws:iam::123456789012:role/name'.");
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

    // If a script block reads the pool from a record, the record itself does not contain claims, unless it is bound to
    // -Claim.
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

    // Read once for all users in the pipeline.
    private IdentityPool ReadNamed()
    {
        if (read is { } known && Equals(known.Given, Pool))
            return known.Pool;
        var (connection, id) = ResolvePool(Pool);
        var pool = ReadPool(connection, id);
        read = (Pool, pool);
        return pool;
    }

    // With a pool object the cmdlet makes no calls, so the audiences in IAM are unknown.
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
                nameof(Provider), provider, "the claims belong to another app client of the user pool.",
                "Omit -Provider, or specify that app client.");
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

    // Only one call to IAM for each provider, however many users are piped.
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
