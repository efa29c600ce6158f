using System;
using System.Collections.Generic;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime.StandIn;

namespace Amazon.IdentityManagement.Internal;

/// <summary>The exception type of each of the service's error codes.</summary>
internal static class IdentityManagementErrors
{
    public static readonly ErrorTable Table = new ErrorTable(typeof(AmazonIdentityManagementServiceException), new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        ["ConcurrentModification"] = typeof(ConcurrentModificationException),
        ["DeleteConflict"] = typeof(DeleteConflictException),
        ["EntityAlreadyExists"] = typeof(EntityAlreadyExistsException),
        ["InvalidInput"] = typeof(InvalidInputException),
        ["LimitExceeded"] = typeof(LimitExceededException),
        ["MalformedPolicyDocument"] = typeof(MalformedPolicyDocumentException),
        ["NoSuchEntity"] = typeof(NoSuchEntityException),
        ["PolicyNotAttachable"] = typeof(PolicyNotAttachableException),
        ["ServiceFailure"] = typeof(ServiceFailureException),
        ["UnmodifiableEntity"] = typeof(UnmodifiableEntityException),
    });
}
