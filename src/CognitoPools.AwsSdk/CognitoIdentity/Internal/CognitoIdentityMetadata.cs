using System.Collections.Generic;
using Amazon.Runtime.Internal;

namespace Amazon.CognitoIdentity.Internal;

/// <summary>The service's name for the SDK.</summary>
internal sealed class CognitoIdentityMetadata : IServiceMetadata
{
    public string ServiceId => "Cognito Identity";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
