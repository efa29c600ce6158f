using System.Collections;
using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Sandbox;

namespace CognitoPools.Commands.Sandbox;

/// <summary>Creates a token of an identity provider of the sandbox, to test sign-ins offline.</summary>
/// <remarks>
/// <para>The token is a JSON web token with the issuer and the audience of the pool's provider. By default, it is valid for
/// one hour. Use -Claim to add claims, for example those that the pool's rules evaluate. Pass the token to
/// Get-PoolCredential -Login or Resolve-PoolRole -Claim.</para>
/// <para>To test a refused sign-in, create a wrong token with -Issuer, -Audience or a negative -Duration.</para>
/// <para>For a SAML provider, the token replaces the assertion: its claims are the attributes.</para>
/// <para>This cmdlet cannot create a token for AWS. The token is signed with the sandbox's key, or not signed with
/// -Unsigned, so only the sandbox accepts it. Tokens of the developer provider are not supported: use
/// New-PoolDeveloperToken.</para>
/// </remarks>
/// <example>
/// <title>Sign a user in</title>
/// <code>$token = New-PoolSandboxToken shop Google -Subject user-42
/// Get-PoolCredential shop -Login @{ Google = $token }</code>
/// Gets credentials for user-42, who signed in with Google.
/// </example>
/// <example>
/// <title>Add claims for rules</title>
/// <code>New-PoolSandboxToken shop CognitoUserPool -Claim @{ 'custom:team' = 'web'; 'cognito:groups' = 'admins', 'staff' }</code>
/// Creates a token with a custom attribute and two groups, which the pool's rules can evaluate.
/// </example>
/// <example>
/// <title>Test an expired token</title>
/// <code>Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop Google -Duration -0:05:00 } -ErrorAction SilentlyContinue -ErrorVariable refused
/// "$refused"</code>
/// Shows the error of a sign-in with a token that expired five minutes ago.
/// </example>
/// <returns>The token, a JSON web token.</returns>
/// <notes>
/// <para>Calls: the sandbox only. ListIdentityPools for a pool that is specified by name.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.New, "PoolSandboxToken")]
[OutputType(typeof(string))]
public sealed class NewPoolSandboxTokenCommand : PoolTargetCommand
{
    /// <summary>Specifies the provider that issues the token: its kind (Google), name, user pool id, issuer, ARN, application
    /// id or key. With several providers, the cmdlet creates one token for each.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string[]? Provider { get; set; }

    /// <summary>Specifies the user's id at the provider: the claim sub. By default, each token is for a new user.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Subject { get; set; }

    /// <summary>Specifies additional claims as a hashtable, or as an object with one property for each claim. Each key is the
    /// name of a claim. A value is a string, a number, a Boolean, or a list or table of these. A standard claim, such as iss,
    /// aud, sub or exp, replaces the usual value. A claim with the value $null is left out of the token.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ClaimTableCompleter))]
    public PSObject? Claim { get; set; }

    /// <summary>Specifies how long the token is valid, up to 3,650 days. A negative time span creates a token that has already
    /// expired. The default is one hour.</summary>
    [Parameter]
    [OneValue(IsTimeSpan = true)]
    [Alias("Lifetime")]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan Duration { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Specifies the issuer of the token: the claim iss. The default is the provider.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Issuer { get; set; }

    /// <summary>Specifies the audience of the token: the claim aud. The default is the provider's client id in the pool. For an
    /// OpenID Connect provider it is a client id that IAM has for the provider.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AudienceCompleter))]
    public string? Audience { get; set; }

    /// <summary>Creates a token without a signature. By default, the token is signed with the sandbox's key.</summary>
    [Parameter]
    public SwitchParameter Unsigned { get; set; }

    private const int LongestLifetime = 3650;

    private protected override void Process()
    {
        if (Duration.Duration() > TimeSpan.FromDays(LongestLifetime))
        {
            throw new InvalidSettingException(
                nameof(Duration), Duration, $"must be from -{LongestLifetime} to {LongestLifetime} days.",
                "Specify a time span such as 1:00:00.");
        }
        var (_, id) = ResolvePool(Pool);
        var sandbox = Account.Sandbox ?? throw new PoolException(PoolErrorId.NoSandbox);
        var options = new SandboxTokenOptions
        {
            Subject = Subject,
            Claims = Claims(),
            Lifetime = Duration,
            Issuer = Issuer,
            Audience = Audience,
            IsUnsigned = Unsigned,
        };
        Each(
            Provider ?? ProviderNameAttribute.Piped(Pool)
                ?? throw new InvalidSettingException(
                    nameof(Provider), null, "is required.",
                    "Specify -Provider, or pipe the output of Get-PoolIdentityProvider."),
            provider => WriteToken(sandbox, id, provider, options));
    }

    private void WriteToken(SandboxAccount sandbox, string identityPoolId, string provider, SandboxTokenOptions options)
    {
        try
        {
            WriteObject(sandbox.NewToken(identityPoolId, provider, options));
        }
        catch (ArgumentException exception)
        {
            throw new InvalidSettingException(
                nameof(Provider), provider, SandboxCommand.MessageOf(exception),
                "Get-PoolIdentityProvider shows the pool's providers.");
        }
    }

    private Dictionary<string, object?> Claims()
    {
        var claims = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (Claim is null)
            return claims;
        if (Unwrapped.Value(Claim) is not IDictionary table)
        {
            throw new InvalidSettingException(
                nameof(Claim), null, $"must be a table of claims, not {OwnObject.KindOf(Claim)}.",
                "Specify a hashtable, or an object with one property for each claim.");
        }
        foreach (DictionaryEntry entry in table)
            claims[ScalarText.Of(nameof(Claim), null, entry.Key)] = entry.Value;
        return claims;
    }
}
