namespace CognitoPools;

/// <summary>The kinds of identity provider that an identity pool accepts sign-ins from.</summary>
public enum ProviderType
{
    /// <summary>An Amazon Cognito user pool.</summary>
    CognitoUserPool,

    /// <summary>Google sign-in.</summary>
    Google,

    /// <summary>Facebook login.</summary>
    Facebook,

    /// <summary>Login with Amazon.</summary>
    Amazon,

    /// <summary>Sign in with Apple.</summary>
    Apple,

    /// <summary>Twitter (legacy).</summary>
    Twitter,

    /// <summary>Digits (discontinued).</summary>
    Digits,

    /// <summary>An OpenID Connect provider of IAM.</summary>
    OpenIdConnect,

    /// <summary>A SAML provider of IAM.</summary>
    Saml,

    /// <summary>The pool's developer provider: your own back end, which signs its users in.</summary>
    Developer,
}
