using System.Collections;
using System.Management.Automation;
using CognitoPools.Binding;
using CognitoPools.Completion;
using CognitoPools.Errors;
using CognitoPools.Sandbox;

namespace CognitoPools.Commands.Sandbox;

/// <summary>Makes a token as a provider of a sandbox's identity pool would issue it, to try sign-ins offline.</summary>
/// <remarks>
/// <para>The token is a JSON web token with the issuer, audience and lifetime that the pool's provider has; -Claim adds
/// claims, such as those that rules look at. -Issuer, -Audience and a negative -Duration make wrong tokens on purpose.
/// For a SAML provider the token stands for the assertion: its claims are the attributes.</para>
/// <para>Only the sandbox takes these tokens. They are signed with a key of the sandbox, or not at all with -Unsigned;
/// no real provider knows them.</para>
/// </remarks>
/// <example>
/// <title>Sign a user in</title>
/// <code>$token = New-PoolSandboxToken shop Google -Subject user-42
/// Get-PoolCredential shop -Login @{ Google = $token }</code>
/// Gets credentials for a Google user of the sandbox.
/// </example>
/// <example>
/// <title>Claims for a rule</title>
/// <code>New-PoolSandboxToken shop CognitoUserPool -Claim @{ 'custom:team' = 'web'; 'cognito:groups' = 'admins', 'staff' }</code>
/// The token carries the claims that the pool's rules look at.
/// </example>
/// <example>
/// <title>A token that has expired</title>
/// <code>Get-PoolCredential shop -Login @{ Google = New-PoolSandboxToken shop Google -Duration -0:05:00 } -ErrorAction SilentlyContinue -ErrorVariable refused
/// "$refused"</code>
/// Shows how such a sign-in is refused, and goes on.
/// </example>
/// <returns>The token: a JSON web token.</returns>
/// <notes>
/// <para>Calls: of the sandbox only: ListIdentityPools for a pool given by its name. No real identity provider takes or
/// makes such a token.</para>
/// </notes>
/// <seealso href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html">Amazon Cognito:
/// identity pools</seealso>
[Cmdlet(VerbsCommon.New, "PoolSandboxToken")]
[OutputType(typeof(string))]
public sealed class NewPoolSandboxTokenCommand : PoolTargetCommand
{
    /// <summary>The provider or providers, in any of their forms: kind (Google), name, user pool id, issuer, ARN, application id
    /// or key. One token for each.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ProviderName]
    public string[]? Provider { get; set; }

    /// <summary>The user, as the provider names it. Without it: a new user.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Subject { get; set; }

    /// <summary>More claims, as a hashtable of texts, numbers, booleans and lists of them. One of a standard name (iss,
    /// aud, exp) takes its place.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ClaimTableCompleter))]
    public PSObject? Claim { get; set; }

    /// <summary>How long the token is good; a negative span makes one that has ended. Without it: an hour.</summary>
    [Parameter]
    [OneValue(IsTimeSpan = true)]
    [Alias("Lifetime")]
    [ArgumentCompleter(typeof(DurationCompleter))]
    public TimeSpan Duration { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Another issuer than the provider.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Issuer { get; set; }

    /// <summary>Another audience than the provider's application.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AudienceCompleter))]
    public string? Audience { get; set; }

    /// <summary>Leaves the token unsigned.</summary>
    [Parameter]
    public SwitchParameter Unsigned { get; set; }

    private const int LongestLifetime = 3650;

    private protected override void Process()
    {
        if (Duration.Duration() > TimeSpan.FromDays(LongestLifetime))
        {
            throw new InvalidSettingException(
                nameof(Duration), Duration, $"a token's life is {LongestLifetime} days at most, forward or back.",
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
                    nameof(Provider), null, "nothing says whose token it is.", "Specify -Provider, or pipe what Get-PoolIdentityProvider wrote."),
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
                nameof(Provider), provider, $"no token can be made for it: {Sentences.Ended(exception.Message.Split('(')[0].Trim())}",
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
                nameof(Claim), null, $"{OwnObject.KindOf(Claim)} holds no claims.", "Give a hashtable, or an object with the claims as properties.");
        }
        foreach (DictionaryEntry entry in table)
            claims[ScalarText.Of(nameof(Claim), null, entry.Key)] = entry.Value;
        return claims;
    }
}
