using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Emulator.Signing;

/// <summary>The errors of a refused signature. Those of identity pools, which use JSON, differ from those of IAM and
/// STS.</summary>
/// <param name="service">The service's signing name.</param>
internal sealed class SignatureErrors(string service)
{
    private readonly bool json = service == "cognito-identity";

    public ServiceError UnknownKey => json
        ? new("UnrecognizedClientException", "The security token included in the request is invalid.")
        : new("InvalidClientTokenId", "The security token included in the request is invalid.", 403);

    public ServiceError Mismatch(string message) =>
        json ? new("InvalidSignatureException", message) : new("SignatureDoesNotMatch", message, 403);

    public ServiceError Incomplete(string message) =>
        json ? new("IncompleteSignatureException", message) : new("IncompleteSignature", message);
}
