namespace CognitoPools;

/// <summary>How the user of an identity pool gets credentials.</summary>
public enum SignInFlow
{
    /// <summary>The pool chooses the role: GetId, then GetCredentialsForIdentity.</summary>
    Enhanced,

    /// <summary>The basic (classic) flow, in which the caller chooses the role: GetId, GetOpenIdToken, then
    /// AssumeRoleWithWebIdentity of STS.</summary>
    Basic,
}
