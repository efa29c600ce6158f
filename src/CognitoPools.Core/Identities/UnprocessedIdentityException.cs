namespace CognitoPools.Identities;

/// <summary>The service accepted a batch but did not remove this identity.</summary>
/// <param name="identityId">The identity's id.</param>
/// <param name="errorCode">The service's code: AccessDenied or InternalServerError.</param>
/// <remarks>https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnprocessedIdentityId.html</remarks>
public sealed class UnprocessedIdentityException(
    string identityId, string errorCode) : Exception($"The service did not process the identity: {errorCode}.")
{
    /// <summary>The identity's id.</summary>
    public string IdentityId { get; } = identityId;

    /// <summary>The service's code.</summary>
    public string ErrorCode { get; } = errorCode;
}
