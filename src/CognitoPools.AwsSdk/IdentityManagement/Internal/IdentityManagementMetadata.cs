using System.Collections.Generic;
using Amazon.Runtime.Internal;

namespace Amazon.IdentityManagement.Internal;

/// <summary>The service's name for the SDK.</summary>
internal sealed class IdentityManagementMetadata : IServiceMetadata
{
    public string ServiceId => "IAM";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
