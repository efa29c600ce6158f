using Amazon.IdentityManagement.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.StandIn;
using Amazon.Util.Internal;

namespace Amazon.IdentityManagement;

/// <summary>The settings of an <see cref="AmazonIdentityManagementServiceClient"/>.</summary>
public partial class AmazonIdentityManagementServiceConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString("IdentityManagement", "4.0.0");

    /// <summary>Makes the default settings.</summary>
    public AmazonIdentityManagementServiceConfig()
        : base(StandInConfigurations.Provider())
    {
        ServiceId = "IAM";
        AuthenticationServiceName = "iam";
        EndpointProvider = new IdentityManagementEndpointRules();
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => "iam";

    /// <inheritdoc/>
    public override string ServiceVersion => "2010-05-08";

    /// <inheritdoc/>
    public override string UserAgent => Agent;

    /// <inheritdoc/>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(StandInEndpointParameters.From(this, parameters.AlternateEndpoint));
}
