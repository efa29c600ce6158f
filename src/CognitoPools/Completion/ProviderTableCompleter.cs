using CognitoPools.Providers;

namespace CognitoPools.Completion;

/// <summary>Completes a provider as a table: those of other pools, then one of each kind to fill in.</summary>
internal sealed class ProviderTableCompleter : TableCompleter
{
    private protected override IEnumerable<(string Text, string Meaning)> Tables(CompletionContext context)
    {
        foreach (var pool in context.KnownPools())
        {
            foreach (var provider in pool.Providers)
            {
                if (Known(provider) is { } known)
                    yield return (known, $"{provider}, as in {pool.Name}");
            }
        }
        yield return (TableText.Of(("UserPoolId", "us-east-1_AbCdEf123"), ("ClientId", "1example23456789")), "A Cognito user pool");
        yield return (TableText.Of(("Google", "1-a.apps.googleusercontent.com")), "Sign-in with Google");
        yield return (TableText.Of(("Facebook", "1234567890")), "Sign-in with Facebook");
        yield return (TableText.Of(("Amazon", "amzn1.application-oa2-client.1")), "Login with Amazon");
        yield return (TableText.Of(("Apple", "com.example.shop")), "Sign in with Apple");
        yield return (TableText.Of(("OpenIdConnect", "https://login.example.com")), "An OpenID Connect provider of IAM");
        yield return (TableText.Of(("Saml", "provider-name")), "A SAML provider of IAM");
        yield return (TableText.Of(("Developer", "login.example.com")), "The pool's developer provider");
    }

    private static string? Known(PoolIdentityProvider provider) => provider.Type switch
    {
        ProviderType.CognitoUserPool when UserPoolName.Find(provider.Name) is { } name && provider.ClientId is { } client =>
            TableText.Of(("UserPoolId", name.Id), ("ClientId", client)),
        // Their application ids contain a secret.
        ProviderType.CognitoUserPool or ProviderType.Twitter or ProviderType.Digits => null,
        _ => TableText.Of((provider.Type.ToString(), provider.ClientId ?? provider.Name)),
    };
}
