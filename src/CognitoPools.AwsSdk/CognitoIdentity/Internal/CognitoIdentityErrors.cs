using System;
using System.Collections.Generic;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime.StandIn;

namespace Amazon.CognitoIdentity.Internal;

/// <summary>The exception type of each of the service's error codes.</summary>
internal static class CognitoIdentityErrors
{
    public static readonly ErrorTable Table = new ErrorTable(typeof(AmazonCognitoIdentityException), new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["ConcurrentModificationException"] = typeof(ConcurrentModificationException),
        ["DeveloperUserAlreadyRegisteredException"] = typeof(DeveloperUserAlreadyRegisteredException),
        ["ExternalServiceException"] = typeof(ExternalServiceException),
        ["InternalErrorException"] = typeof(InternalErrorException),
        ["InvalidIdentityPoolConfigurationException"] = typeof(InvalidIdentityPoolConfigurationException),
        ["InvalidParameterException"] = typeof(InvalidParameterException),
        ["LimitExceededException"] = typeof(LimitExceededException),
        ["NotAuthorizedException"] = typeof(NotAuthorizedException),
        ["ResourceConflictException"] = typeof(ResourceConflictException),
        ["ResourceNotFoundException"] = typeof(ResourceNotFoundException),
        ["TooManyRequestsException"] = typeof(TooManyRequestsException),
    });
}
