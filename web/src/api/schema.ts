// Written by `npm run api:build` from the routes.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/overrides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOverrides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/overrides/{regime}/{rule}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setOverride"];
        post?: never;
        delete: operations["endOverride"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listJurisdictions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["changeSettings"];
        trace?: never;
    };
    "/v1/jurisdictions/{j}/settings/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listNextNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listStaff"];
        put: operations["replaceStaff"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPeople"];
        put?: never;
        post: operations["enterPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deactivatePerson"];
        options?: never;
        head?: never;
        patch: operations["changePerson"];
        trace?: never;
    };
    "/v1/jurisdictions/{j}/people/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["invitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/subjects/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listUnitPeople"];
        put?: never;
        post: operations["enterUnitPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/subjects/{id}/people/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deactivateUnitPerson"];
        options?: never;
        head?: never;
        patch: operations["changeUnitPerson"];
        trace?: never;
    };
    "/v1/jurisdictions/{j}/subjects/{id}/people/{person}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["inviteUnitPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSignIns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listClients"];
        put?: never;
        post: operations["makeClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revokeClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work-calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWorkCalendar"];
        put: operations["enterWorkCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/checklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getChecklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/checklist/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sendTestLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/subjects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSubjects"];
        put?: never;
        post: operations["createSubject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/subjects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSubject"];
        put?: never;
        post?: never;
        delete: operations["retireSubject"];
        options?: never;
        head?: never;
        patch: operations["changeSubject"];
        trace?: never;
    };
    "/v1/jurisdictions/{j}/subjects/{id}/contact-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/subjects/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["enterEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/obligations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listObligations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/obligations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getObligation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/obligations/{id}/fulfilment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["fulfilObligation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/obligations/{id}/report-decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/obligations/{id}/waiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["waiveObligation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/obligations/{id}/extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["extendObligation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/obligations/{id}/extension-refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refuseExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/obligations/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirmObligation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/obligations/{id}/handler": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["setHandler"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/obligations/{id}/circular": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["draftAssessmentCircular"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/fulfilments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["fulfilObligations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["previewObligations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listEscalations"];
        put?: never;
        post: operations["createEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/subjects/{id}/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDraftGrounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getEscalation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["changeEscalation"];
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations/{id}/hearing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["hearHolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations/{id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["proposeEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations/{id}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["issueEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations/{id}/service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["serveEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations/{id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["correctEscalation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations/{id}/compliance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["recordCompliance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/legal-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLegalPapers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations/{id}/legal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getLegalPaper"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/subjects/{id}/legal-papers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLegalPapersOfSubject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/escalations/{id}/legal-word": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["giveLegalWord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/inspections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listInspections"];
        put?: never;
        post: operations["recordInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/inspections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInspection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/inspections/{id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["correctInspection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/quotas/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getQuotaPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/quotas/{regime}/{rule}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideQuota"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listVisits"];
        put?: never;
        post: operations["planVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/visits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getVisit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["changeVisit"];
        trace?: never;
    };
    "/v1/jurisdictions/{j}/visits/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/visits/{id}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["notifyVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDraws"];
        put?: never;
        post: operations["commitDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/draws/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDrawHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/draws/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDraw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/draws/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revealDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/draws/{id}/replacements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["replaceDrawn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/draws/{id}/abandonment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["abandonDraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/notices/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resendNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/notices/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resendNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/status/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSubjectStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listFeeds"];
        put?: never;
        post: operations["makeFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/feeds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revokeFeed"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/answers/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAnswerable"];
        put?: never;
        post: operations["answerLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listImports"];
        put?: never;
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jurisdictions/{j}/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            params: {
                [key: string]: string | number | (string | number)[];
            };
            detail: string;
            errors?: components["schemas"]["ProblemError"][];
        };
        ProblemError: {
            path: string;
            code: string;
            params: {
                [key: string]: string | number | (string | number)[];
            };
            message: string;
        };
        Obligation: {
            id: string;
            ruleId: string;
            ruleVersion: string;
            subjectId: string;
            period?: string;
            title?: string;
            /** Format: date */
            arisesOn: string;
            /** Format: date */
            dueOn?: string;
            /** Format: date-time */
            dueAt?: string;
            /** Format: date */
            actBy: string;
            overdueFrom: string;
            /** Format: date */
            extendedTo?: string;
            provisional: boolean;
            /** @enum {string} */
            pursuit: "active" | "untracked" | "unconfirmed" | "none";
            /** @enum {string} */
            status: "upcoming" | "open" | "overdue" | "fulfilled" | "fulfilled-late" | "waived" | "superseded";
            /** @enum {string} */
            lateness?: "late" | "unconfirmed" | "untracked" | "not-pursued";
            /** @enum {string} */
            report?: "pending" | "returned";
            reportedOn?: string;
            returnReason?: string;
            /** Format: date */
            fulfilledOn?: string;
            step: string | null;
            nextActionAt: string | null;
            handler?: string;
            handlerName?: string;
            version: number;
        };
        Notice: {
            id: string;
            kind: string;
            subjectId: string;
            obligationId?: string;
            escalationId?: string;
            step: string;
            to: string;
            /** @enum {string} */
            channel: "email" | "sms";
            subject: string;
            late: boolean;
            /** @enum {string} */
            status: "queued" | "unknown" | "sent" | "captured" | "delivered" | "bounced" | "complained" | "failed" | "suppressed" | "withdrawn";
            passed?: boolean;
            attempts: {
                /** Format: date-time */
                at: string;
                provider: string;
                outcome: string;
            }[];
            /** Format: date-time */
            nextTryAt?: string;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        Quota: {
            ruleId: string;
            title: string;
            regime: string;
            citation: {
                document: string;
                section: string;
                title: string;
            };
            subjectId?: string;
            period: {
                key: string;
                from: string;
                to: string;
            };
            population?: number;
            countedOn?: string;
            required: {
                checks?: number;
                targetsPerCheck?: number;
                targets?: {
                    min?: number;
                    max?: number;
                };
                direct?: number;
                amount?: {
                    volumes: number;
                    min: number;
                    max: number;
                };
            };
            done: {
                checks: number;
                targets: number;
                direct?: number;
            };
            remaining: {
                checks?: number;
                targets?: number;
                direct?: number;
            };
            latestSafeDay?: string;
            /** @enum {string} */
            status: "met" | "on-track" | "at-risk" | "missed" | "exceeded" | "conflict" | "not-applicable";
            explanation: string;
            override?: {
                figures: {
                    [key: string]: number;
                };
                original: {
                    [key: string]: number;
                };
                issuedBy: string;
                documentNumber: string;
                from: string;
                to: string;
            };
            conflict?: {
                between: string[];
                text: string;
                readings: {
                    /** @enum {string} */
                    follow: "ratio" | "direct" | "cap" | "quota";
                    required: {
                        checks?: number;
                        targetsPerCheck?: number;
                        targets?: {
                            min?: number;
                            max?: number;
                        };
                        direct?: number;
                        amount?: {
                            volumes: number;
                            min: number;
                            max: number;
                        };
                    };
                    text: string;
                }[];
                /** @enum {string} */
                follow?: "ratio" | "direct" | "cap" | "quota";
                reason?: string;
                decision?: {
                    /** @enum {string} */
                    follow: "ratio" | "direct" | "cap" | "quota";
                    reason: string;
                    by: string;
                    /** Format: date-time */
                    at: string;
                };
                earlier?: {
                    /** @enum {string} */
                    follow: "ratio" | "direct" | "cap" | "quota";
                    reason: string;
                    by: string;
                    /** Format: date-time */
                    at: string;
                }[];
            };
        };
        Health: {
            /** @constant */
            status: "ok";
            version: string;
        };
        Jurisdiction: {
            id: string;
            name: string;
            bureau: string;
            division: string;
            superior: string | null;
            offices: {
                /** @enum {string} */
                office: "archives" | "civil-defence" | "legal-affairs";
                name: string;
            }[];
            regulated: boolean;
        };
        Rule: {
            id: string;
            regime: string;
            regimeTitle: string;
            /** @enum {string} */
            office: "archives" | "civil-defence" | "legal-affairs";
            /** @enum {string} */
            kind: "deadline" | "quota" | "cap" | "threshold" | "procedure" | "escalation";
            title: string;
            citation: {
                /** @enum {string} */
                document: "HJ" | "SX" | "LQ" | "BX" | "LN" | "LAW";
                section: string;
                title: string;
            };
            basis: {
                instrument: string;
                /** @enum {string} */
                status: "in-force" | "amended" | "repealed" | "unverified";
                note?: string;
            }[];
            covers: string[];
            figures: {
                [key: string]: unknown;
            };
            discretionary: {
                [key: string]: unknown;
            };
            sources: {
                [key: string]: unknown;
            };
            defaults: {
                [key: string]: unknown;
            };
            readings?: {
                [key: string]: unknown;
            };
            notes: string[];
            effectiveFrom: string | null;
            effectiveTo: string | null;
            override?: unknown;
            deadline?: unknown;
            quota?: unknown;
            procedure?: unknown;
            escalation?: unknown;
        };
        Override: {
            figures: {
                [key: string]: number;
            };
            issuedBy: string;
            documentNumber: string;
            from: string;
            to: string;
            enteredBy: string;
            /** Format: date-time */
            enteredAt: string;
            ruleId: string;
            title: string;
            /** @enum {string} */
            state: "in-force" | "to-come" | "ended" | "withdrawn";
            before: {
                figures: {
                    [key: string]: number;
                };
                issuedBy: string;
                documentNumber: string;
                from: string;
                to: string;
                enteredBy: string;
                /** Format: date-time */
                enteredAt: string;
                /** Format: date-time */
                until: string;
                by: string;
            }[];
            version: number;
        };
        Settings: {
            /** Format: date */
            trackFrom: string;
            sendHour: number;
            quietHours: {
                from: string;
                to: string;
            };
            rectificationDays: number;
            defenceWorkingDays: number;
            own: {
                rectificationDays?: number;
                defenceWorkingDays?: number;
            };
            checksPerWorkingDay: number;
            enterpriseYearlyCap?: number;
            reminderLeads: {
                [key: string]: number[];
            };
            channels: {
                [key: string]: string[];
            };
            alerts: {
                leaders: string[];
                superiors: string[];
                leaderAfterWorkingDays: number;
                superiorAfterWorkingDays: number;
                unservedAfterWorkingDays: number;
            };
            secondFactor: string[];
            figures: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            readings: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            papers: {
                actingOrgan: {
                    name: string;
                    qualification?: string;
                    delegation?: string;
                };
                address?: string;
                telephone?: string;
                contact?: string;
                reconsiderationBody: string;
                court?: string;
                bank?: string;
                bankAccount?: string;
                numbering: {
                    [key: string]: string;
                };
                offices?: {
                    [key: string]: {
                        actingOrgan: {
                            name: string;
                            qualification?: string;
                            delegation?: string;
                        };
                        address?: string;
                        telephone?: string;
                        contact?: string;
                        reconsiderationBody: string;
                        court?: string;
                        bank?: string;
                        bankAccount?: string;
                        numbering: {
                            [key: string]: string;
                        };
                    };
                };
                bodies?: {
                    [key: string]: string;
                };
            };
            version: number;
        };
        Staff: {
            items: ({
                sub: string;
                name: string;
                role: string;
            } & {
                [key: string]: unknown;
            })[];
            nextCursor: null;
            version: number;
        };
        Person: {
            id: string;
            name: string;
            role: string;
            /** @enum {string} */
            office?: "archives" | "civil-defence" | "legal-affairs";
            email?: string;
            mobile?: string;
            duties?: ("section-head" | "legal-officer" | "case-officer")[];
            certificate?: {
                number: string;
                /** Format: date */
                validUntil: string;
                daysLeft: number;
            };
            deputyFor?: {
                sub: string;
                name?: string;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                now: boolean;
            };
            unitId?: string;
            /** @enum {string} */
            status: "active" | "left";
            /** Format: date */
            leftOn?: string;
            handedTo?: string;
            invitation?: {
                /** @enum {string} */
                status: "leaving" | "sent" | "by-hand" | "captured" | "failed" | "none";
                /** @enum {string} */
                reason?: "no-accounts" | "no-address";
                /** Format: date-time */
                at?: string;
                /** Format: date-time */
                until?: string;
                link?: string;
                password?: string;
            };
            version: number;
        };
        PersonLeft: {
            id: string;
            name: string;
            role: string;
            /** @enum {string} */
            office?: "archives" | "civil-defence" | "legal-affairs";
            email?: string;
            mobile?: string;
            duties?: ("section-head" | "legal-officer" | "case-officer")[];
            certificate?: {
                number: string;
                /** Format: date */
                validUntil: string;
                daysLeft: number;
            };
            deputyFor?: {
                sub: string;
                name?: string;
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                now: boolean;
            };
            unitId?: string;
            /** @enum {string} */
            status: "active" | "left";
            /** Format: date */
            leftOn?: string;
            handedTo?: string;
            invitation?: {
                /** @enum {string} */
                status: "leaving" | "sent" | "by-hand" | "captured" | "failed" | "none";
                /** @enum {string} */
                reason?: "no-accounts" | "no-address";
                /** Format: date-time */
                at?: string;
                /** Format: date-time */
                until?: string;
                link?: string;
                password?: string;
            };
            version: number;
            open: {
                subjects: {
                    id: string;
                    name: string;
                }[];
                obligations: {
                    id: string;
                    name: string;
                }[];
                escalations: {
                    id: string;
                    name: string;
                }[];
            };
        };
        Session: {
            id: string;
            sub: string;
            name?: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            lastUsedAt: string;
            /** Format: date-time */
            endsAt: string;
            device?: string;
        };
        Client: {
            clientId: string;
            name: string;
            scopes: ("status:read" | "obligations:read" | "subjects:read" | "subjects:write" | "notices:read")[];
            /** Format: date */
            expiresOn: string;
            /** @enum {string} */
            status: "active" | "expired" | "revoked";
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            createdByName?: string;
            /** Format: date-time */
            revokedAt?: string;
        };
        ClientMade: {
            clientId: string;
            name: string;
            scopes: ("status:read" | "obligations:read" | "subjects:read" | "subjects:write" | "notices:read")[];
            /** Format: date */
            expiresOn: string;
            /** @enum {string} */
            status: "active" | "expired" | "revoked";
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            createdByName?: string;
            /** Format: date-time */
            revokedAt?: string;
            clientSecret: string;
        };
        WorkCalendar: {
            year: number;
            /** @enum {string} */
            status: "published" | "entered" | "provisional";
            holidays: string[];
            workdays: string[];
            source: string;
            version: number;
        };
        Subject: {
            id: string;
            jurisdiction: string;
            /** @enum {string} */
            kind: "unit" | "project" | "equipment" | "civil-defence-work" | "permit" | "case" | "compilation-task" | "reconsideration-decision" | "enforcement-organ" | "archivist" | "government" | "bureau";
            name: string;
            code?: string;
            parentId?: string;
            /** @enum {string} */
            nature?: "organ" | "institution" | "state-owned" | "private" | "individual";
            parties?: {
                /** @enum {string} */
                relation: "construction-unit" | "builder" | "owner" | "user" | "maintainer" | "keeper" | "holder" | "party" | "compiler" | "organ";
                subjectId?: string;
                name?: string;
                code?: string;
                /** @enum {string} */
                nature?: "organ" | "institution" | "state-owned" | "private" | "individual";
                address?: string;
                representative?: string;
                telephone?: string;
            }[];
            traits: string[];
            facts: {
                [key: string]: unknown;
            };
            contacts: {
                name: string;
                /** Format: email */
                email?: string;
                mobile?: string;
                telephone?: string;
                role?: string;
            }[];
            handler?: string;
            handlerName?: string;
            /** Format: date */
            retiredOn?: string;
            successorId?: string;
            /** Format: date-time */
            createdAt: string;
            version: number;
        };
        SubjectDetail: {
            id: string;
            jurisdiction: string;
            /** @enum {string} */
            kind: "unit" | "project" | "equipment" | "civil-defence-work" | "permit" | "case" | "compilation-task" | "reconsideration-decision" | "enforcement-organ" | "archivist" | "government" | "bureau";
            name: string;
            code?: string;
            parentId?: string;
            /** @enum {string} */
            nature?: "organ" | "institution" | "state-owned" | "private" | "individual";
            parties?: {
                /** @enum {string} */
                relation: "construction-unit" | "builder" | "owner" | "user" | "maintainer" | "keeper" | "holder" | "party" | "compiler" | "organ";
                subjectId?: string;
                name?: string;
                code?: string;
                /** @enum {string} */
                nature?: "organ" | "institution" | "state-owned" | "private" | "individual";
                address?: string;
                representative?: string;
                telephone?: string;
            }[];
            traits: string[];
            facts: {
                [key: string]: unknown;
            };
            contacts: {
                name: string;
                /** Format: email */
                email?: string;
                mobile?: string;
                telephone?: string;
                role?: string;
            }[];
            handler?: string;
            handlerName?: string;
            /** Format: date */
            retiredOn?: string;
            successorId?: string;
            /** Format: date-time */
            createdAt: string;
            version: number;
            notes?: {
                code: string;
                params: {
                    [key: string]: string | number | (string | number)[];
                };
                message: string;
            }[];
            contactProposal?: {
                contacts: {
                    name: string;
                    /** Format: email */
                    email?: string;
                    mobile?: string;
                    telephone?: string;
                    role?: string;
                }[];
                insteadOf: string;
                by: string;
                byName?: string;
                /** Format: date-time */
                at: string;
                receipt: string;
            };
            stage?: {
                name: string;
                title: string;
                number?: number;
                /** Format: date-time */
                since: string;
                documents?: ("scene-record" | "evidence-approval" | "evidence-notice" | "evidence-decision" | "spot-decision" | "filing-approval" | "inquiry-record" | "investigation-report" | "prior-notice" | "notice-receipt" | "hearing-right" | "statement-record" | "hearing-notice" | "hearing-receipt" | "hearing-announcement" | "hearing-record" | "hearing-report" | "penalty-approval" | "legal-review" | "collective-discussion" | "penalty-decision" | "service-receipt" | "major-report" | "demand-letter" | "demand-receipt" | "court-application" | "transfer-letter" | "closing-report" | "file-review")[];
            };
            forms?: {
                /** @enum {string} */
                form: "registration-form" | "acceptance-application" | "score-sheet" | "acceptance-group" | "acceptance-opinion";
                name: string;
                open: boolean;
                lacks: components["schemas"]["ProblemError"][];
            }[];
            acceptance?: {
                attempt: number;
                /** Format: date */
                appliedOn?: string;
                selfScore?: number;
                score?: number;
                /** @enum {string} */
                grade?: "failed" | "passed" | "excellent";
                gradeName?: string;
                /** Format: date */
                opinionOn?: string;
            };
            case?: {
                officers: {
                    name: string;
                    certificate: string;
                }[];
                recused: string[];
                approvals: {
                    /** @enum {string} */
                    chain: "filing" | "decision";
                    level: string;
                    text: string;
                    by?: string;
                    byName?: string;
                }[];
                collective?: {
                    code: string;
                    params: {
                        [key: string]: string | number | (string | number)[];
                    };
                    message: string;
                };
                legalReview?: {
                    code: string;
                    params: {
                        [key: string]: string | number | (string | number)[];
                    };
                    message: string;
                };
                decision?: {
                    /** Format: date */
                    on: string;
                    number: string;
                };
                payment?: {
                    amount: number;
                    paid: number;
                    addition: number;
                    outstanding: number;
                    /** Format: date */
                    dueOn: string;
                    instalments: {
                        /** Format: date */
                        dueOn: string;
                        amount: number;
                    }[];
                    /** Format: date */
                    paidOn?: string;
                };
            };
            events?: {
                event: string;
                name: string;
                open: boolean;
                lacks: components["schemas"]["ProblemError"][];
                barred?: {
                    code: string;
                    params: {
                        [key: string]: string | number | (string | number)[];
                    };
                    message: string;
                };
                choices?: {
                    [key: string]: string[];
                };
                least?: {
                    [key: string]: number;
                };
            }[];
            clocks?: {
                name: string;
                /** @enum {string} */
                source: "law" | "list" | "discretionary";
                citation: string;
                from: string;
                until: string;
                /** @enum {string} */
                status: "running" | "met" | "met-late" | "overdue" | "passed";
                provisional: boolean;
                obligationId?: string;
                /** Format: date */
                doneOn?: string;
                explanation?: {
                    rule: string;
                    /** Format: date */
                    day: string;
                    text: string;
                }[];
            }[];
            history?: {
                event: string;
                name: string;
                /** Format: date-time */
                at: string;
                by: string;
                byName?: string;
                body: {
                    [key: string]: unknown;
                };
            }[];
        };
        ObligationDetail: {
            id: string;
            ruleId: string;
            ruleVersion: string;
            subjectId: string;
            period?: string;
            title?: string;
            /** Format: date */
            arisesOn: string;
            /** Format: date */
            dueOn?: string;
            /** Format: date-time */
            dueAt?: string;
            /** Format: date */
            actBy: string;
            overdueFrom: string;
            /** Format: date */
            extendedTo?: string;
            provisional: boolean;
            /** @enum {string} */
            pursuit: "active" | "untracked" | "unconfirmed" | "none";
            /** @enum {string} */
            status: "upcoming" | "open" | "overdue" | "fulfilled" | "fulfilled-late" | "waived" | "superseded";
            /** @enum {string} */
            lateness?: "late" | "unconfirmed" | "untracked" | "not-pursued";
            report?: {
                /** @enum {string} */
                status: "pending" | "returned";
                on: string;
                document?: string;
                note?: string;
                files: string[];
                by: string;
                byName?: string;
                /** Format: date-time */
                at: string;
                reason?: string;
                receipt?: string;
            };
            reportedOn?: string;
            returnReason?: string;
            /** Format: date */
            fulfilledOn?: string;
            step: string | null;
            nextActionAt: string | null;
            handler?: string;
            handlerName?: string;
            version: number;
            extensionRequest?: {
                /** Format: date */
                until: string;
                reason: string;
                by: string;
                byName?: string;
                /** Format: date-time */
                at: string;
                receipt?: string;
            };
            explanation: {
                rule: string;
                /** Format: date */
                day: string;
                text: string;
            }[];
            history: {
                /** Format: date-time */
                at: string;
                by: string;
                byName?: string;
                decidedFor?: string;
                decidedForName?: string;
                what: string;
                text: string;
            }[];
            notices: components["schemas"]["Notice"][];
            forms?: {
                /** @enum {string} */
                form: "registration-form" | "acceptance-application" | "score-sheet" | "acceptance-group" | "acceptance-opinion" | "self-inspection-report" | "self-inspection-summary" | "self-inspection-summary-report" | "assessment-sheet" | "major-penalty-list";
                name: string;
            }[];
            cases?: {
                subjectId: string;
                name: string;
                /** Format: date */
                decidedOn?: string;
                number?: string;
                fine?: number;
            }[];
        };
        Fulfilments: {
            items: ({
                obligationId: string;
                /** @constant */
                status: 200;
                obligation: components["schemas"]["Obligation"];
            } | {
                obligationId: string;
                status: number;
                problem: components["schemas"]["Problem"];
            })[];
            nextCursor: null;
        };
        Preview: {
            obligations: {
                ruleId: string;
                period?: string;
                title?: string;
                /** Format: date */
                arisesOn: string;
                /** Format: date */
                dueOn?: string;
                /** Format: date-time */
                dueAt?: string;
                /** Format: date */
                actBy: string;
                overdueFrom: string;
                provisional: boolean;
                reminders: string[];
                escalations: {
                    step: string;
                    /** Format: date-time */
                    at?: string;
                    after?: string;
                    daysFromService?: number;
                    approval: string;
                }[];
                explanation: {
                    rule: string;
                    /** Format: date */
                    day: string;
                    text: string;
                }[];
            }[];
        };
        NoticeDetail: {
            id: string;
            kind: string;
            subjectId: string;
            obligationId?: string;
            escalationId?: string;
            step: string;
            to: string;
            /** @enum {string} */
            channel: "email" | "sms";
            subject: string;
            late: boolean;
            /** @enum {string} */
            status: "queued" | "unknown" | "sent" | "captured" | "delivered" | "bounced" | "complained" | "failed" | "suppressed" | "withdrawn";
            passed?: boolean;
            attempts: {
                /** Format: date-time */
                at: string;
                provider: string;
                outcome: string;
            }[];
            /** Format: date-time */
            nextTryAt?: string;
            /** Format: date-time */
            createdAt: string;
            version: number;
            text: string | null;
            html: string | null;
        };
        Resent: {
            items: ({
                id: string;
                /** @constant */
                status: 200;
                notice: components["schemas"]["Notice"];
            } | {
                id: string;
                status: number;
                problem: components["schemas"]["Problem"];
            })[];
            nextCursor: null;
        };
        SubjectStatus: {
            subject: {
                id: string;
                /** @enum {string} */
                kind: "unit" | "project" | "equipment" | "civil-defence-work" | "permit" | "case" | "compilation-task" | "reconsideration-decision" | "enforcement-organ" | "archivist" | "government" | "bureau";
                name: string;
                code?: string;
                /** Format: date */
                retiredOn?: string;
            };
            summary: {
                open: number;
                overdue: number;
                late: number;
                unconfirmed: number;
                dueSoon: number;
                fulfilled: number;
                fulfilledLate: number;
                notPursued: number;
            };
            next: components["schemas"]["Obligation"] | null;
            overdue: components["schemas"]["Obligation"][];
            /** Format: date-time */
            asOf: string;
            lastNotice: {
                id: string;
                kind: string;
                subject: string;
                /** Format: date-time */
                at: string;
            } | null;
        };
        JurisdictionStatus: {
            jurisdiction: {
                id: string;
                name: string;
                bureau: string;
            };
            summary: {
                open: number;
                overdue: number;
                late: number;
                unconfirmed: number;
                dueSoon: number;
                fulfilled: number;
                fulfilledLate: number;
                notPursued: number;
            };
            next: components["schemas"]["Obligation"] | null;
            overdue: components["schemas"]["Obligation"][];
            /** Format: date-time */
            asOf: string;
            regimes: {
                regime: string;
                title?: string;
                summary: {
                    open: number;
                    overdue: number;
                    late: number;
                    unconfirmed: number;
                    dueSoon: number;
                    fulfilled: number;
                    fulfilledLate: number;
                    notPursued: number;
                };
            }[];
            leavingToday: {
                notices: number;
                from: string | null;
            };
            /** Format: date */
            watermark: string;
        };
        Escalation: {
            id: string;
            subjectId: string;
            subjectName: string;
            obligationId?: string;
            alongside?: string[];
            inspectionId?: string;
            previousId?: string;
            caseId?: string;
            ruleId: string;
            /** @enum {string} */
            step: "order-to-rectify" | "circulated-criticism" | "circular" | "assessment-circular" | "discipline-recommendation" | "acceptance-recommendation" | "enforcement-notice" | "stop-order" | "report-to-superior" | "report-to-government" | "report-to-information-security" | "opinion" | "warning" | "penalty-case" | "transfer" | "revocation" | "interview";
            name: string;
            party?: {
                /** @enum {string} */
                relation?: "construction-unit" | "builder" | "owner" | "user" | "maintainer" | "keeper" | "holder" | "party" | "compiler" | "organ";
                subjectId?: string;
                name?: string;
                code?: string;
                /** @enum {string} */
                nature?: "organ" | "institution" | "state-owned" | "private" | "individual";
                address?: string;
                representative?: string;
                telephone?: string;
            };
            /** @enum {string} */
            paper: "order" | "reminder-letter" | "letter-to-department" | "circular" | "filing-proposal" | "recommendation" | "report" | "notice" | "opinion" | "decision";
            provisions: {
                id: string;
                instrument: string;
                article?: string;
                says: string;
                gives: ("duty" | "order" | "opinion" | "notice" | "recommendation" | "letter" | "penalty")[];
                conditions?: string[];
                against: ("organ" | "institution" | "state-owned" | "private" | "individual")[];
                /** Format: date */
                from?: string;
                /** Format: date */
                to?: string;
                /** @enum {string} */
                state: "seen" | "unverified";
                division?: string;
                note?: string;
                applies: boolean;
            }[];
            /** @enum {string} */
            status: "draft" | "awaiting-approval" | "approved" | "issued" | "served" | "rejected" | "withdrawn";
            /** Format: date-time */
            draftedAt: string;
            draftedBy?: string;
            draftedByName?: string;
            citation: {
                document: string;
                section: string;
                title: string;
            };
            text: string;
            /** Format: date */
            rectifyBy?: string;
            /** Format: date */
            rectifyUntil?: string;
            approval: {
                role: string;
                proposedBy?: string;
                proposedByName?: string;
                /** Format: date-time */
                proposedAt?: string;
                decidedBy?: string;
                decidedByName?: string;
                decidedFor?: string;
                decidedForName?: string;
                /** Format: date-time */
                at?: string;
                reason?: string;
                textHash?: string;
            };
            missing: string[];
            lacks?: components["schemas"]["ProblemError"][];
            refusal?: {
                text: string;
                by: string;
                byName?: string;
                /** Format: date-time */
                at: string;
            };
            legalBasis?: string;
            unsentNoticeReason?: string;
            earlierOnPaper?: {
                name: string;
                number: string;
                /** Format: date */
                on: string;
                /** Format: date */
                servedOn: string;
                /** Format: date */
                until: string;
            };
            /** @enum {string} */
            form?: "penalty" | "internal-circular";
            priorNotice?: {
                /** Format: date */
                servedOn: string;
                /** @enum {string} */
                method: "personal" | "lien" | "post" | "electronic" | "notice";
                number?: string;
                receivedBy?: string;
                text?: string;
                basis?: string;
            };
            /** Format: date */
            defenceUntil?: string;
            statement?: {
                received: boolean;
                /** Format: date */
                on?: string;
                text?: string;
                outcome?: string;
            };
            hearing?: boolean;
            legalReview?: {
                by: string;
                opinion: string;
            };
            legalWord?: {
                asked: boolean;
                open: string[];
                officers: string[];
                yours: boolean;
                word?: {
                    /** @enum {string} */
                    word: "agree" | "object";
                    reason: string;
                    by: string;
                    byName?: string;
                    /** Format: date-time */
                    at: string;
                };
            };
            circulation?: {
                name: string;
                email?: string;
            }[];
            officers?: {
                name: string;
                certificate?: string;
            }[];
            evidence?: string;
            discovery?: {
                /** Format: date */
                on?: string;
                source?: string;
            };
            interview?: {
                /** Format: date-time */
                at: string;
                place: string;
                attendees: string;
            };
            investigation?: {
                /** Format: date */
                on: string;
                text: string;
            };
            /** @enum {string} */
            transfer?: "crime" | "violation";
            /** @enum {string} */
            supervision?: "urging" | "decision";
            openPlaces?: components["schemas"]["ProblemError"][];
            nextNumber?: string;
            recipients?: {
                name: string;
                to: string;
                why: string;
            }[];
            unreached?: ("unit" | "supervising" | "superior" | "circulation")[];
            issue?: {
                number: string;
                /** Format: date */
                on: string;
                /** Format: date-time */
                at: string;
                by?: string;
            };
            service?: {
                /** Format: date */
                on: string;
                /** @enum {string} */
                method: "personal" | "lien" | "post" | "electronic" | "notice";
                receivedBy?: string;
                witnesses?: string[];
                electronicConsent?: string;
                place?: string;
                deliverers?: {
                    name: string;
                    certificate?: string;
                }[];
                /** Format: date-time */
                at: string;
                by?: string;
            };
            complied?: {
                /** Format: date */
                on: string;
                note?: string;
                /** Format: date-time */
                at: string;
            };
            withdrawal?: {
                reason: string;
                text?: string;
                /** Format: date-time */
                at: string;
            };
            corrections: {
                reason: string;
                text?: string;
                /** Format: date-time */
                at: string;
            }[];
            takenOnTheSpot?: {
                /** Format: date-time */
                at: string;
                officers: string[];
            };
            history?: {
                /** Format: date-time */
                at: string;
                by: string;
                byName?: string;
                what: string;
                text: string;
            }[];
            version: number;
        };
        LedgerLink: {
            number: number;
            previous: string;
            contentHash: string;
            hash: string;
            content?: {
                [key: string]: unknown;
            };
        };
        LegalPaper: {
            id: string;
            /** @enum {string} */
            kind: "escalation" | "case";
            form?: string;
            subjectId: string;
            subject: string;
            name: string;
            status: string;
            number?: string;
            /** Format: date */
            issuedOn?: string;
            /** Format: date */
            actOn: string;
            /** Format: date */
            paperOn: string;
            procedure: {
                title: string;
                instruments: {
                    instrument: string;
                    status: string;
                    note?: string;
                }[];
            };
            laws: {
                id?: string;
                instrument: string;
                article?: string;
                says?: string;
                gives: ("duty" | "order" | "opinion" | "notice" | "recommendation" | "letter" | "penalty")[];
                conditions: string[];
                against: ("organ" | "institution" | "state-owned" | "private" | "individual")[];
                /** @enum {string} */
                state: "seen" | "unverified";
                /** Format: date */
                from?: string;
                /** Format: date */
                to?: string;
                note?: string;
                /** @enum {string} */
                named: "rule" | "officer";
                flaws: ("unverified" | "not-in-force-on-act" | "not-in-force-on-paper")[];
                reaches: boolean;
                isOpen: boolean;
            }[];
            checks: {
                /** @enum {string} */
                what: "party" | "nature" | "organ" | "officers" | "open-places" | "period" | "approval" | "legal-review";
                /** @enum {string} */
                result: "holds" | "lacks" | "none";
                found: string[];
                by?: string;
                /** Format: date-time */
                at?: string;
            }[];
            asked: boolean;
            words: {
                /** @enum {string} */
                word: "agree" | "object";
                reason: string;
                by: string;
                byName?: string;
                /** Format: date-time */
                at: string;
                provisions: string[];
                current: boolean;
            }[];
        };
        Inspection: {
            regime: string;
            ruleId?: string;
            at: string;
            /** @enum {string} */
            mode: "on-site" | "written" | "joint" | "file";
            /** @enum {string} */
            cause: "planned" | "complaint" | "transfer" | "superior";
            countsTowards?: string[];
            targets: string[];
            outsideScope?: string[];
            officers: {
                name: string;
                certificate?: string;
                recuse?: string[];
                unverified?: boolean;
            }[];
            checklist: {
                item: string;
                result: string;
                subjectId?: string;
            }[];
            findings: {
                subjectId: string;
                text: string;
                /** @enum {string} */
                severity: "minor" | "serious" | "grave";
                handling: string;
                rectifyBy?: string;
                obligationId?: string;
                followUp?: {
                    inspectionId: string;
                    on: string;
                };
            }[];
            signatures: {
                subjectId: string;
                by?: string;
                refused?: boolean;
                note?: string;
            }[];
            sites?: {
                subjectId: string;
                place?: string;
                until?: string;
                host?: string;
            }[];
            certificatesShown?: boolean;
            rightsTold?: boolean;
            joined?: {
                body: string;
                part?: string;
                officers?: {
                    name: string;
                    certificate?: string;
                }[];
            }[];
            rechecked?: {
                obligationId: string;
                /** @enum {string} */
                result: "rectified" | "partly" | "not-rectified";
                note?: string;
            }[];
            visitId?: string;
            coordinatingBodies?: string[];
            withoutNotice?: string[];
            id: string;
            counted: {
                ruleId: string;
                period: string;
                subjectId?: string;
            }[];
            form?: string;
            promptedBy?: {
                ruleId: string;
                title: string;
                section: string;
            };
            system?: string;
            documents: ("record" | "patrol-record" | "opinion" | "recheck-opinion")[];
            recordedAt: string;
            recordedBy: string;
            recordedByName?: string;
            originals: {
                regime: string;
                ruleId?: string;
                at: string;
                /** @enum {string} */
                mode: "on-site" | "written" | "joint" | "file";
                /** @enum {string} */
                cause: "planned" | "complaint" | "transfer" | "superior";
                countsTowards?: string[];
                targets: string[];
                outsideScope?: string[];
                officers: {
                    name: string;
                    certificate?: string;
                    recuse?: string[];
                    unverified?: boolean;
                }[];
                checklist: {
                    item: string;
                    result: string;
                    subjectId?: string;
                }[];
                findings: {
                    subjectId: string;
                    text: string;
                    /** @enum {string} */
                    severity: "minor" | "serious" | "grave";
                    handling: string;
                    rectifyBy?: string;
                }[];
                signatures: {
                    subjectId: string;
                    by?: string;
                    refused?: boolean;
                    note?: string;
                }[];
                sites?: {
                    subjectId: string;
                    place?: string;
                    until?: string;
                    host?: string;
                }[];
                certificatesShown?: boolean;
                rightsTold?: boolean;
                joined?: {
                    body: string;
                    part?: string;
                    officers?: {
                        name: string;
                        certificate?: string;
                    }[];
                }[];
                rechecked?: {
                    obligationId: string;
                    /** @enum {string} */
                    result: "rectified" | "partly" | "not-rectified";
                    note?: string;
                }[];
                visitId?: string;
                coordinatingBodies?: string[];
                withoutNotice?: string[];
                until: string;
                by: string;
                byName?: string;
                reason: string;
            }[];
            version: number;
        };
        Visit: {
            id: string;
            /** @enum {string} */
            status: "planned" | "notified" | "done" | "cancelled";
            regime: string;
            ruleIds?: string[];
            /** Format: date */
            on: string;
            /** Format: date */
            until?: string;
            /** @enum {string} */
            mode: "on-site" | "written" | "joint" | "file";
            /** @enum {string} */
            cause: "planned" | "complaint" | "transfer" | "superior";
            targets: string[];
            officers: {
                name: string;
                certificate?: string;
            }[];
            drawId?: string;
            place?: string;
            items?: string[];
            materials?: string[];
            joined?: {
                body: string;
                /** @enum {string} */
                as: "joint" | "assistance";
                part?: string;
                officers?: {
                    name: string;
                    certificate?: string;
                }[];
            }[];
            firms: string[];
            /** Format: date-time */
            plannedAt: string;
            plannedBy: string;
            plannedByName?: string;
            approval?: {
                /** @enum {string} */
                decision: "approve" | "reject";
                reason: string;
                /** Format: date-time */
                at: string;
                by: string;
                byName?: string;
                decidedFor?: string;
                decidedForName?: string;
            };
            notices: {
                subjectId: string;
                number: string;
                /** Format: date */
                on: string;
            }[];
            inspections: string[];
            cancelled?: {
                reason: string;
                /** Format: date-time */
                at: string;
                by: string;
                byName?: string;
            };
            documents: ("approval" | "notice" | "reply-notice" | "joint-letter" | "assistance-letter")[];
            version: number;
        };
        Quotas: {
            on: string;
            items: components["schemas"]["Quota"][];
            nextCursor: null;
        };
        QuotaPlan: {
            year: number;
            provisional: boolean;
            visits: {
                day: string;
                mode: string;
                targets: string[];
                serves: {
                    ruleId: string;
                    period: string;
                    mode: string;
                    targets: string[];
                }[];
                followUps: {
                    inspectionId: string;
                    subjectId: string;
                    regime: string;
                    rectifyBy: string;
                }[];
                note: string;
            }[];
            unmet: {
                ruleId: string;
                period: string;
                subjectId?: string;
                why: string;
            }[];
            notes: string[];
        };
        Draw: {
            id: string;
            jurisdiction: string;
            ruleId: string;
            period: string;
            number: number;
            /** @enum {string} */
            status: "committed" | "drawn" | "abandoned";
            version: number;
            provable: boolean;
            algorithm: string;
            commitment: string;
            /** Format: date-time */
            committedAt: string;
            committedBy: string;
            size: number;
            ratio?: number;
            rosterHash: string;
            roster: {
                subjectId: string;
                name: string;
            }[];
            excluded: {
                subjectId: string;
                name: string;
                reason: string;
            }[];
            officers: {
                name: string;
                certificate: string;
                unverified?: boolean;
                recuse: string[];
            }[];
            beacon: {
                /** @constant */
                kind: "drand";
                /** @constant */
                chain: "quicknet";
                chainHash: string;
                round: number;
                /** Format: date-time */
                publicAt: string;
            } | {
                /** @constant */
                kind: "dice";
                witnesses: string[];
                leastThrows: number;
                advisedThrows: number;
            } | {
                /** @constant */
                kind: "local";
                secretHash: string;
            };
            value?: string;
            seed?: string;
            drawn?: string[];
            assigned?: {
                subjectId: string;
                officers: {
                    name: string;
                    certificate: string;
                }[];
            }[];
            /** Format: date-time */
            revealedAt?: string;
            revealedBy?: string;
            resultHash?: string;
            replacements: {
                out: string;
                reason: string;
                in: string;
                officers: {
                    name: string;
                    certificate: string;
                }[];
                /** Format: date-time */
                at: string;
                by: string;
                hash: string;
            }[];
            abandoned?: {
                reason: string;
                /** Format: date-time */
                at: string;
                by: string;
                afterBeacon: boolean;
                hash: string;
            };
        };
        DrawSummary: {
            id: string;
            ruleId: string;
            period: string;
            number: number;
            /** @enum {string} */
            status: "committed" | "drawn" | "abandoned";
            provable: boolean;
            commitment: string;
            /** Format: date-time */
            committedAt: string;
            size: number;
            rosterHash: string;
            rosterSize: number;
            /** @enum {string} */
            beacon: "drand" | "dice" | "local";
            /** Format: date-time */
            publicAt?: string;
            /** Format: date-time */
            revealedAt?: string;
            /** Format: date-time */
            abandonedAt?: string;
            replacements: number;
        };
        DrawShare: {
            subjectId: string;
            name: string;
            rosters: number;
            drawn: number;
            expected: number;
        };
        Feed: {
            id: string;
            name: string;
            subjectId?: string;
            role: string;
            sub: string;
            /** Format: date-time */
            createdAt: string;
        };
        FeedMade: {
            id: string;
            name: string;
            subjectId?: string;
            role: string;
            sub: string;
            /** Format: date-time */
            createdAt: string;
            url: string;
        };
        ImportDone: {
            id: string;
            created: number;
            updated: number;
            unchanged: number;
            /** @default 0 */
            duties: number;
            /** @default 0 */
            withoutDuties: number;
            dryRun: boolean;
            columns: {
                column: string;
                heading: string;
                field: string | null;
                /** @constant */
                said?: true;
            }[];
            rejected: {
                row: number;
                path: string;
                code: string;
                params: {
                    [key: string]: string | number | (string | number)[];
                };
                message: string;
                column?: string;
            }[];
            changes: {
                row: number;
                /** @enum {string} */
                act: "create" | "update";
                subjectId: string;
                /** @enum {string} */
                kind: "unit" | "project" | "equipment" | "civil-defence-work" | "permit" | "case" | "compilation-task" | "reconsideration-decision" | "enforcement-organ" | "archivist" | "government" | "bureau";
                name: string;
                fields: {
                    path: string;
                    before: string;
                    after: string;
                }[];
                outlook?: {
                    duties: number;
                    past: number;
                    traits: {
                        trait: string;
                        duties: number;
                    }[];
                    facts: string[];
                };
            }[];
            rejectedRows: number;
            omitted: {
                rejected: number;
                changes: number;
            };
        };
        ImportAccepted: {
            id: string;
            /** @enum {string} */
            status: "running" | "done";
            dryRun: boolean;
            rows: number;
            done: number;
        };
        ImportSummary: {
            id: string;
            /** @enum {string} */
            status: "running" | "done";
            dryRun: boolean;
            rows: number;
            done: number;
            created: number;
            updated: number;
            unchanged: number;
            /** @default 0 */
            duties: number;
            /** @default 0 */
            withoutDuties: number;
            rejectedRows: number;
            file?: string;
            /** Format: date-time */
            startedAt: string;
            startedBy: string;
            finishedAt: string | null;
        };
        ImportProgress: {
            id: string;
            /** @enum {string} */
            status: "running" | "done";
            dryRun: boolean;
            rows: number;
            done: number;
            created: number;
            updated: number;
            unchanged: number;
            /** @default 0 */
            duties: number;
            /** @default 0 */
            withoutDuties: number;
            columns: {
                column: string;
                heading: string;
                field: string | null;
                /** @constant */
                said?: true;
            }[];
            rejected: {
                row: number;
                path: string;
                code: string;
                params: {
                    [key: string]: string | number | (string | number)[];
                };
                message: string;
                column?: string;
            }[];
            changes: {
                row: number;
                /** @enum {string} */
                act: "create" | "update";
                subjectId: string;
                /** @enum {string} */
                kind: "unit" | "project" | "equipment" | "civil-defence-work" | "permit" | "case" | "compilation-task" | "reconsideration-decision" | "enforcement-organ" | "archivist" | "government" | "bureau";
                name: string;
                fields: {
                    path: string;
                    before: string;
                    after: string;
                }[];
                outlook?: {
                    duties: number;
                    past: number;
                    traits: {
                        trait: string;
                        duties: number;
                    }[];
                    facts: string[];
                };
            }[];
            rejectedRows: number;
            file?: string;
            /** Format: date-time */
            startedAt: string;
            startedBy: string;
            finishedAt: string | null;
            nextCursor: string | null;
        };
    };
    responses: never;
    parameters: {
        j: string;
        IdempotencyKey: string;
        IfMatch: string;
        IfNoneMatch: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    listOverrides: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                ruleId?: string;
                on?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Override"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    setOverride: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                regime: string;
                rule: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "figures": {
                 *         "checks": 2,
                 *         "targetsPerCheck": 3
                 *       },
                 *       "issuedBy": "怀化市档案局",
                 *       "documentNumber": "怀档〔2026〕4号",
                 *       "from": "2026-01-01",
                 *       "to": "2026-12-31"
                 *     }
                 */
                "application/json": {
                    figures: {
                        [key: string]: number;
                    };
                    issuedBy: string;
                    documentNumber: string;
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
        };
    };
    endOverride: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                regime: string;
                rule: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
        };
    };
    listJurisdictions: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Jurisdiction"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    listRules: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                on?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Rule"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "trackFrom": "2026-01-01",
                 *       "sendHour": 9,
                 *       "quietHours": {
                 *         "from": "22:00",
                 *         "to": "08:00"
                 *       },
                 *       "alerts": {
                 *         "superiors": [
                 *           "office@superior.example.com"
                 *         ],
                 *         "leaderAfterWorkingDays": 3
                 *       },
                 *       "papers": {
                 *         "address": "洪江区沅江路1号",
                 *         "telephone": "0745-7654321",
                 *         "contact": "王科员",
                 *         "court": "某区人民法院",
                 *         "bank": "某银行某支行",
                 *         "bankAccount": "1010 2020 3030",
                 *         "numbering": {
                 *           "order-to-rectify": "洪档责〔{year}〕{n}号"
                 *         },
                 *         "bodies": {
                 *           "信息和网络安全主管部门": "区委网信办"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** Format: date */
                    trackFrom?: string;
                    sendHour?: number;
                    quietHours?: {
                        from: string;
                        to: string;
                    };
                    rectificationDays?: number | null;
                    defenceWorkingDays?: number | null;
                    checksPerWorkingDay?: number;
                    enterpriseYearlyCap?: number | null;
                    reminderLeads?: {
                        long?: number[];
                        upTo30Days?: number[];
                        upTo7Days?: number[];
                        hours?: number[];
                    };
                    channels?: {
                        [key: string]: ("email" | "sms")[];
                    };
                    alerts?: {
                        leaders?: string[];
                        superiors?: string[];
                        leaderAfterWorkingDays?: number;
                        superiorAfterWorkingDays?: number;
                        unservedAfterWorkingDays?: number;
                    };
                    secondFactor?: ("bureau-officer" | "bureau-leader" | "bureau-admin" | "superior" | "unit" | "auditor")[];
                    figures?: {
                        [key: string]: {
                            [key: string]: (number | string | boolean | (number | string | boolean)[]) | null;
                        };
                    };
                    readings?: {
                        [key: string]: {
                            [key: string]: string | null;
                        };
                    };
                    papers?: {
                        actingOrgan?: {
                            name?: string | null;
                            qualification?: string | null;
                            delegation?: string | null;
                        } | null;
                        address?: string | null;
                        telephone?: string | null;
                        contact?: string | null;
                        reconsiderationBody?: string | null;
                        court?: string | null;
                        bank?: string | null;
                        bankAccount?: string | null;
                        numbering?: {
                            [key: string]: string | null;
                        };
                        offices?: {
                            [key: string]: {
                                actingOrgan?: {
                                    name?: string | null;
                                    qualification?: string | null;
                                    delegation?: string | null;
                                } | null;
                                address?: string | null;
                                telephone?: string | null;
                                contact?: string | null;
                                reconsiderationBody?: string | null;
                                court?: string | null;
                                bank?: string | null;
                                bankAccount?: string | null;
                                numbering?: {
                                    [key: string]: string | null;
                                };
                            };
                        };
                        bodies?: {
                            [key: string]: string | null;
                        };
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
        };
    };
    listNextNumbers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            office: "archives" | "civil-defence" | "legal-affairs";
                            isMain: boolean;
                            paper: string;
                            pattern: string;
                            next: string;
                        }[];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
        };
    };
    replaceStaff: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "sub": "officer",
                 *         "name": "王科员",
                 *         "role": "bureau-officer",
                 *         "email": "officer@bureau.example.com",
                 *         "certificate": {
                 *           "number": "湘档执001",
                 *           "validUntil": "2028-12-31"
                 *         }
                 *       },
                 *       {
                 *         "sub": "leader",
                 *         "name": "李局长",
                 *         "role": "bureau-leader",
                 *         "email": "leader@bureau.example.com"
                 *       },
                 *       {
                 *         "sub": "jurist",
                 *         "name": "孙法制",
                 *         "role": "bureau-officer",
                 *         "duties": [
                 *           "legal-officer"
                 *         ]
                 *       }
                 *     ]
                 */
                "application/json": {
                    sub: string;
                    name: string;
                    /** @enum {string} */
                    role: "bureau-officer" | "bureau-leader" | "bureau-admin" | "superior" | "unit" | "auditor";
                    /** @enum {string} */
                    office?: "archives" | "civil-defence" | "legal-affairs";
                    /** Format: email */
                    email?: string;
                    certificate?: {
                        number: string;
                        /** Format: date */
                        validUntil: string;
                    };
                    deputyFor?: {
                        sub: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                    };
                    duties?: ("section-head" | "legal-officer" | "case-officer")[];
                }[] | {
                    items: {
                        sub: string;
                        name: string;
                        /** @enum {string} */
                        role: "bureau-officer" | "bureau-leader" | "bureau-admin" | "superior" | "unit" | "auditor";
                        /** @enum {string} */
                        office?: "archives" | "civil-defence" | "legal-affairs";
                        /** Format: email */
                        email?: string;
                        certificate?: {
                            number: string;
                            /** Format: date */
                            validUntil: string;
                        };
                        deputyFor?: {
                            sub: string;
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        };
                        duties?: ("section-head" | "legal-officer" | "case-officer")[];
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "active" | "left" | "all";
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    enterPerson: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "赵科员",
                 *       "role": "bureau-officer",
                 *       "email": "zhao@bureau.example.com",
                 *       "mobile": "13800000002",
                 *       "duties": [
                 *         "case-officer"
                 *       ],
                 *       "certificate": {
                 *         "number": "湘档执003",
                 *         "validUntil": "2028-12-31"
                 *       }
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** Format: email */
                    email?: string;
                    mobile?: string;
                    /** @enum {string} */
                    role: "bureau-officer" | "bureau-leader" | "bureau-admin" | "superior" | "unit" | "auditor";
                    /** @enum {string} */
                    office?: "archives" | "civil-defence" | "legal-affairs";
                    duties?: ("section-head" | "legal-officer" | "case-officer")[];
                    certificate?: {
                        number: string;
                        /** Format: date */
                        validUntil: string;
                    };
                    deputyFor?: {
                        sub: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                    };
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    deactivatePerson: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "handOverTo": "officer"
                 *     }
                 */
                "application/json": {
                    handOverTo?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonLeft"];
                };
            };
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "office": "archives",
                 *       "deputyFor": {
                 *         "sub": "leader",
                 *         "from": "2026-07-13",
                 *         "to": "2026-07-17"
                 *       }
                 *     }
                 */
                "application/json": {
                    name?: string;
                    email?: string | null;
                    mobile?: string | null;
                    /** @enum {string} */
                    role?: "bureau-officer" | "bureau-leader" | "bureau-admin" | "superior" | "unit" | "auditor";
                    office?: ("archives" | "civil-defence" | "legal-affairs") | null;
                    duties?: ("section-head" | "legal-officer" | "case-officer")[];
                    certificate?: {
                        number: string;
                        /** Format: date */
                        validUntil: string;
                    } | null;
                    deputyFor?: {
                        sub: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                    } | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    invitePerson: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    byHand?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    listUnitPeople: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "active" | "left" | "all";
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Person"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    enterUnitPerson: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "陈工",
                 *       "email": "chen@unit.example.com"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** Format: email */
                    email?: string;
                    mobile?: string;
                    /**
                     * @default unit
                     * @constant
                     */
                    role?: "unit";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    deactivateUnitPerson: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    handOverTo?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonLeft"];
                };
            };
        };
    };
    changeUnitPerson: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "mobile": "13800000003"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    email?: string | null;
                    mobile?: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    inviteUnitPerson: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    byHand?: boolean;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Session"][];
                        nextCursor: null;
                        accounts: boolean;
                        listed: boolean;
                    };
                };
            };
        };
    };
    listSignIns: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                sub?: string;
                event?: "signed-in" | "refused" | "invited" | "password-set" | "factor-set" | "ended";
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            event: string;
                            sub: string;
                            name?: string;
                            way?: string;
                            device?: string;
                        }[];
                        nextCursor: string | null;
                        accounts: boolean;
                    };
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    listClients: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Client"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    makeClient: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "市档案监管平台",
                 *       "scopes": [
                 *         "status:read"
                 *       ],
                 *       "expiresOn": "2027-06-30"
                 *     }
                 */
                "application/json": {
                    name: string;
                    scopes: ("status:read" | "obligations:read" | "subjects:read" | "subjects:write" | "notices:read")[];
                    /** Format: date */
                    expiresOn: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientMade"];
                };
            };
        };
    };
    revokeClient: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
        };
    };
    getWorkCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkCalendar"];
                };
            };
        };
    };
    enterWorkCalendar: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                year: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "holidays": [
                 *         "2023-01-01",
                 *         "2023-01-02",
                 *         "2023-01-21",
                 *         "2023-01-22",
                 *         "2023-01-23",
                 *         "2023-01-24",
                 *         "2023-01-25",
                 *         "2023-01-26",
                 *         "2023-01-27",
                 *         "2023-04-05",
                 *         "2023-04-29",
                 *         "2023-04-30",
                 *         "2023-05-01",
                 *         "2023-05-02",
                 *         "2023-05-03",
                 *         "2023-06-22",
                 *         "2023-06-23",
                 *         "2023-06-24",
                 *         "2023-09-29",
                 *         "2023-09-30",
                 *         "2023-10-01",
                 *         "2023-10-02",
                 *         "2023-10-03",
                 *         "2023-10-04",
                 *         "2023-10-05",
                 *         "2023-10-06"
                 *       ],
                 *       "workdays": [
                 *         "2023-01-28",
                 *         "2023-01-29",
                 *         "2023-04-23",
                 *         "2023-05-06",
                 *         "2023-06-25",
                 *         "2023-10-07",
                 *         "2023-10-08"
                 *       ],
                 *       "source": "国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号）"
                 *     }
                 */
                "application/json": {
                    holidays: string[];
                    workdays: string[];
                    source: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkCalendar"];
                };
            };
        };
    };
    getChecklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            step: "people" | "mail" | "roster" | "calendar";
                            done: boolean;
                        }[];
                        done: boolean;
                    };
                };
            };
        };
    };
    sendTestLetter: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "to": "admin@danganju.example.cn"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    to?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "sent" | "captured" | "failed";
                        to: string;
                        reason?: string;
                    };
                };
            };
        };
    };
    listSubjects: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: "unit" | "project" | "equipment" | "civil-defence-work" | "permit" | "case" | "compilation-task" | "reconsideration-decision" | "enforcement-organ" | "archivist" | "government" | "bureau";
                trait?: string;
                q?: string;
                handler?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Subject"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createSubject: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "kind": "project",
                 *       "name": "沅江大桥及连接线工程",
                 *       "code": "ZD-2026-01",
                 *       "parties": [
                 *         {
                 *           "relation": "construction-unit",
                 *           "subjectId": "6vaxsljbk3czf27nvw5u4y3azy"
                 *         }
                 *       ],
                 *       "facts": {
                 *         "startedOn": "2026-01-15"
                 *       },
                 *       "contacts": [
                 *         {
                 *           "name": "陈工",
                 *           "email": "bridge@unit.example.com",
                 *           "mobile": "13800000001",
                 *           "role": "项目资料负责人"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "unit" | "project" | "equipment" | "civil-defence-work" | "permit" | "case" | "compilation-task" | "reconsideration-decision" | "enforcement-organ" | "archivist" | "government" | "bureau";
                    name: string;
                    code?: string;
                    parentId?: string;
                    /** @enum {string} */
                    nature?: "organ" | "institution" | "state-owned" | "private" | "individual";
                    parties?: {
                        /** @enum {string} */
                        relation: "construction-unit" | "builder" | "owner" | "user" | "maintainer" | "keeper" | "holder" | "party" | "compiler" | "organ";
                        subjectId?: string;
                        name?: string;
                        code?: string;
                        /** @enum {string} */
                        nature?: "organ" | "institution" | "state-owned" | "private" | "individual";
                        address?: string;
                        representative?: string;
                        telephone?: string;
                    }[];
                    /** @default [] */
                    traits?: string[];
                    /** @default {} */
                    facts?: {
                        [key: string]: unknown;
                    };
                    /** @default [] */
                    contacts?: {
                        name: string;
                        /** Format: email */
                        email?: string;
                        mobile?: string;
                        telephone?: string;
                        role?: string;
                    }[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subject"];
                };
            };
        };
    };
    getSubject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectDetail"];
                };
            };
        };
    };
    retireSubject: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-07-13",
                 *       "successorId": "e73vszu35ogr7jbhjs4apmvzdq"
                 *     }
                 */
                "application/json": {
                    /** Format: date */
                    on?: string;
                    successorId?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subject"];
                };
            };
        };
    };
    changeSubject: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "facts": {
                 *         "plannedCompletionAcceptanceOn": "2027-12-01"
                 *       },
                 *       "contacts": [
                 *         {
                 *           "name": "赵工",
                 *           "email": "archive@unit.example.com"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    name?: string;
                    code?: string;
                    parentId?: string | null;
                    nature?: ("organ" | "institution" | "state-owned" | "private" | "individual") | null;
                    parties?: {
                        /** @enum {string} */
                        relation: "construction-unit" | "builder" | "owner" | "user" | "maintainer" | "keeper" | "holder" | "party" | "compiler" | "organ";
                        subjectId?: string;
                        name?: string;
                        code?: string;
                        /** @enum {string} */
                        nature?: "organ" | "institution" | "state-owned" | "private" | "individual";
                        address?: string;
                        representative?: string;
                        telephone?: string;
                    }[];
                    traits?: string[];
                    facts?: {
                        [key: string]: unknown;
                    };
                    contacts?: {
                        name: string;
                        /** Format: email */
                        email?: string;
                        mobile?: string;
                        telephone?: string;
                        role?: string;
                    }[];
                    handler?: string | null;
                    successorId?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subject"];
                };
            };
        };
    };
    decideContacts: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "decision": "confirm"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    decision: "confirm" | "refuse";
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subject"];
                };
            };
        };
    };
    enterEvent: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "event": "application",
                 *       "on": "2026-07-13",
                 *       "parts": [
                 *         1,
                 *         2,
                 *         3,
                 *         4,
                 *         5,
                 *         6
                 *       ],
                 *       "selfScore": 88.5
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    event: "discovery-record";
                    /** Format: date-time */
                    at: string;
                    officers: {
                        name: string;
                        certificate: string;
                    }[];
                    place?: string;
                    /** @default [] */
                    documents?: string[];
                    text?: string;
                } | {
                    /** @constant */
                    event: "evidence-secured";
                    number?: string;
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    kind: "registration" | "sealing" | "seizure";
                    agreedBy?: string;
                    legalBasis?: string;
                    items?: string;
                    place?: string;
                } | {
                    /** @constant */
                    event: "evidence-formalities";
                    /** Format: date-time */
                    at: string;
                    document: string;
                    items?: string;
                    place?: string;
                } | {
                    /** @constant */
                    event: "evidence-decision";
                    number?: string;
                    /** Format: date */
                    on: string;
                    outcome: string;
                    items?: string;
                    place?: string;
                } | {
                    /** @constant */
                    event: "spot-decision";
                    /** Format: date-time */
                    at: string;
                    place: string;
                    officers: {
                        name: string;
                        certificate: string;
                    }[];
                    /** @enum {string} */
                    party: "individual" | "unit";
                    facts: string;
                    evidence?: string;
                    provision?: string;
                    legalBasis?: string;
                    penalty: string;
                    fine?: number;
                    discretion?: string;
                    correction?: string;
                    /** Format: date */
                    correctBy?: string;
                    /** @constant */
                    informed: true;
                    statement: string;
                    number: string;
                    receivedBy?: string;
                    refusal?: string;
                } | {
                    /** @constant */
                    event: "spot-filing";
                    /** Format: date */
                    on: string;
                    filedWith: string;
                } | {
                    /** @constant */
                    event: "inquiry";
                    /** Format: date-time */
                    at: string;
                    /** Format: date-time */
                    until?: string;
                    place?: string;
                    person: string;
                    identity?: string;
                    officers: {
                        name: string;
                        certificate: string;
                    }[];
                    text: string;
                } | {
                    /** @constant */
                    event: "transfer";
                    number?: string;
                    /** Format: date */
                    on: string;
                    /** @enum {string} */
                    kind: "department" | "crime";
                    to: string;
                    reason: string;
                    /** @default [] */
                    materials?: string[];
                } | {
                    /** @constant */
                    event: "no-case";
                    reason: string;
                } | {
                    /** @constant */
                    event: "filing-proposal";
                    /** Format: date */
                    on: string;
                    /** @default [] */
                    conditions?: (number | string)[];
                    source?: string;
                    legalBasis?: string;
                    situation?: number | string;
                    officers: {
                        name: string;
                        certificate: string;
                    }[];
                    /** @default [] */
                    documents?: string[];
                    text?: string;
                } | {
                    /** @constant */
                    event: "filing-review";
                    opinion: string;
                } | {
                    /** @constant */
                    event: "filing-legal-review";
                    opinion: string;
                } | {
                    /** @constant */
                    event: "filing-return";
                    reason: string;
                } | {
                    /** @constant */
                    event: "filing-approval";
                    /** Format: date */
                    on: string;
                    reason: string;
                    officers?: {
                        name: string;
                        certificate: string;
                    }[];
                } | {
                    /** @constant */
                    event: "filing-refusal";
                    reason: string;
                } | {
                    /** @constant */
                    event: "recusal";
                    person: string;
                    reason: string;
                    replacement?: {
                        name: string;
                        certificate: string;
                    };
                } | {
                    /** @constant */
                    event: "investigation-report";
                    /** Format: date */
                    on: string;
                    evidence?: string;
                    legalBasis?: string;
                    discretion?: string;
                    recommendation?: string;
                    /** @default [] */
                    documents?: string[];
                    text?: string;
                } | {
                    /** @constant */
                    event: "prior-notice";
                    number?: string;
                    /** Format: date */
                    servedOn: string;
                    /** @enum {string} */
                    method: "personal" | "lien" | "post" | "electronic" | "notice";
                    penalty: string;
                    facts?: string;
                    legalBasis?: string;
                    fine?: number;
                    newFacts?: string;
                    /** @default [] */
                    documents?: string[];
                } | {
                    /** @constant */
                    event: "statement";
                    received: boolean;
                    /** Format: date-time */
                    at?: string;
                    place?: string;
                    text?: string;
                    outcome?: string;
                    /** @default [] */
                    points?: {
                        point: string;
                        adopted: boolean;
                        reason: string;
                    }[];
                } | {
                    /** @constant */
                    event: "hearing-request";
                    /** Format: date */
                    on: string;
                } | {
                    /** @constant */
                    event: "hearing-notice";
                    number?: string;
                    /** Format: date */
                    servedOn: string;
                    /** @enum {string} */
                    method: "personal" | "lien" | "post" | "electronic" | "notice";
                    /** Format: date-time */
                    hearingAt: string;
                    place: string;
                    presider: string;
                    recorder?: string;
                    /** @default [] */
                    documents?: string[];
                } | {
                    /** @constant */
                    event: "hearing-held";
                    /** Format: date */
                    noticeServedOn?: string;
                    /** Format: date */
                    on: string;
                    place?: string;
                    presider?: string;
                    recorder?: string;
                    attendees?: string;
                    issues?: string;
                    outcome: string;
                    text?: string;
                } | {
                    /** @constant */
                    event: "hearing-withdrawn";
                    /** Format: date */
                    on: string;
                    reason: string;
                } | {
                    /** @constant */
                    event: "decision-proposal";
                    /** Format: date */
                    on: string;
                    penalty: string;
                    legalBasis?: string;
                    /** @enum {string} */
                    party?: "individual" | "unit";
                    fine?: number;
                    fineMaximum?: number;
                    provision?: string;
                    grade?: string;
                    discretion?: string;
                    major?: boolean;
                    complex?: boolean;
                    publicInterest?: boolean;
                    /** @default [] */
                    documents?: string[];
                    text?: string;
                } | {
                    /** @constant */
                    event: "decision-review";
                    opinion: string;
                    collective?: boolean;
                } | {
                    /** @constant */
                    event: "decision-legal-review";
                    opinion: string;
                    collective?: boolean;
                } | {
                    /** @constant */
                    event: "collective-discussion";
                    /** Format: date */
                    on: string;
                    participants: string[];
                    place?: string;
                    presider?: string;
                    recorder?: string;
                    opinions?: string;
                    conclusion: string;
                    /** @default [] */
                    parts?: (number | string)[];
                    /** @default [] */
                    filedWith?: (number | string)[];
                    /** @default [] */
                    documents?: string[];
                } | {
                    /** @constant */
                    event: "decision-return";
                    reason: string;
                } | {
                    /** @constant */
                    event: "decision-approval";
                    /** Format: date */
                    on: string;
                    number: string;
                    reason: string;
                } | {
                    /** @constant */
                    event: "service";
                    /** Format: date */
                    on: string;
                    /** @enum {string} */
                    method: "personal" | "lien" | "post" | "electronic" | "notice";
                    receivedBy?: string;
                    witnesses?: string[];
                    electronicConsent?: string;
                    /** @default [] */
                    documents?: string[];
                } | {
                    /** @constant */
                    event: "payment";
                    /** Format: date */
                    on: string;
                    amount: number;
                    receipt: string;
                } | {
                    /** @constant */
                    event: "deferral-request";
                    /** Format: date */
                    on: string;
                    reason: string;
                } | {
                    /** @constant */
                    event: "deferral-decision";
                    /** Format: date */
                    on: string;
                    granted: boolean;
                    reason: string;
                    /** @default [] */
                    instalments?: {
                        /** Format: date */
                        dueOn: string;
                        amount: number;
                    }[];
                } | {
                    /** @constant */
                    event: "remedy-begun";
                    /** Format: date */
                    on: string;
                    /** @enum {string} */
                    kind: "reconsideration" | "litigation";
                    acceptedBy: string;
                } | {
                    /** @constant */
                    event: "remedy-ended";
                    /** Format: date */
                    on: string;
                    /** @enum {string} */
                    result: "upheld" | "withdrawn" | "changed" | "revoked";
                    fine?: number;
                    text?: string;
                } | {
                    /** @constant */
                    event: "demand";
                    number?: string;
                    /** Format: date */
                    servedOn: string;
                    /** @enum {string} */
                    method: "personal" | "lien" | "post" | "electronic" | "notice";
                    /** @default [] */
                    documents?: string[];
                } | {
                    /** @constant */
                    event: "court-application";
                    number?: string;
                    /** Format: date */
                    on: string;
                    court?: string;
                    reason: string;
                    /** @default [] */
                    documents?: string[];
                } | {
                    /** @constant */
                    event: "execution";
                    /** Format: date */
                    on: string;
                    text: string;
                } | {
                    /** @constant */
                    event: "closing";
                    /** Format: date */
                    on: string;
                    text?: string;
                } | {
                    /** @constant */
                    event: "withdraw-case";
                    reason: string;
                } | {
                    /** @constant */
                    event: "application";
                    /** Format: date */
                    on: string;
                    /** @default [] */
                    parts?: (number | string)[];
                    selfScore?: number;
                } | {
                    /** @constant */
                    event: "withdraw-application";
                    reason: string;
                } | {
                    /** @constant */
                    event: "group";
                    chair: string;
                    members: {
                        name: string;
                        from: string;
                    }[];
                } | {
                    /** @constant */
                    event: "meeting";
                    /** Format: date */
                    on: string;
                    /** @default [] */
                    steps?: (number | string)[];
                    /** @default [] */
                    reports?: (number | string)[];
                } | {
                    /** @constant */
                    event: "score";
                    score: number;
                } | {
                    /** @constant */
                    event: "opinion";
                    /** Format: date */
                    on: string;
                    inFavour?: number;
                    problems?: {
                        text: string;
                        /** Format: date */
                        rectifyBy?: string;
                    }[];
                    /** Format: date */
                    recheckBy?: string;
                    text?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectDetail"];
                };
            };
        };
    };
    listObligations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                subjectId?: string;
                ruleId?: string;
                status?: "upcoming" | "open" | "overdue" | "fulfilled" | "fulfilled-late" | "waived" | "superseded";
                dueFrom?: string;
                dueTo?: string;
                handler?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Obligation"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getObligation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ObligationDetail"];
                };
            };
        };
    };
    fulfilObligation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-07-10",
                 *       "document": "洪交函〔2026〕12号",
                 *       "note": "书面报告一份，已加盖公章"
                 *     }
                 */
                "application/json": {
                    on: string;
                    document?: string;
                    note?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
        };
    };
    decideReport: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "decision": "return",
                 *       "reason": "缺少数据库运行维护情况"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    decision: "confirm" | "return";
                    reason?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
        };
    };
    waiveObligation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "该单位已并入区发展和改革局，由其一并报送"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
        };
    };
    extendObligation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "until": "2026-10-30",
                 *       "reason": "单位搬迁，书面申请延期"
                 *     }
                 */
                "application/json": {
                    /** Format: date */
                    until: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
        };
    };
    refuseExtension: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "材料已具备，请按原期限报送"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
        };
    };
    confirmObligation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
        };
    };
    setHandler: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "handler": "officer"
                 *     }
                 */
                "application/json": {
                    handler: string | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Obligation"];
                };
            };
        };
    };
    draftAssessmentCircular: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    fulfilObligations: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "obligationId": "6vaxsljbk3czf27nvw5u4y3azy.ezv7bfd7l2wov",
                 *         "on": "2026-07-10",
                 *         "document": "洪发改函〔2026〕7号"
                 *       }
                 *     ]
                 */
                "application/json": {
                    on: string;
                    document?: string;
                    note?: string;
                    obligationId: string;
                }[] | {
                    items: {
                        on: string;
                        document?: string;
                        note?: string;
                        obligationId: string;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Fulfilments"];
                };
            };
        };
    };
    previewObligations: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "jurisdiction": "hongjiang",
                 *       "subject": {
                 *         "kind": "project",
                 *         "facts": {
                 *           "startedOn": "2026-01-15"
                 *         }
                 *       },
                 *       "from": "2026-01-01",
                 *       "to": "2026-12-31"
                 *     }
                 */
                "application/json": {
                    jurisdiction: string;
                    subject: {
                        /** @enum {string} */
                        kind: "unit" | "project" | "equipment" | "civil-defence-work" | "permit" | "case" | "compilation-task" | "reconsideration-decision" | "enforcement-organ" | "archivist" | "government" | "bureau";
                        /** @default [] */
                        traits?: string[];
                        /** @default {} */
                        facts?: {
                            [key: string]: unknown;
                        };
                    };
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preview"];
                };
            };
        };
    };
    listEscalations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "draft" | "awaiting-approval" | "approved" | "issued" | "served" | "rejected" | "withdrawn";
                step?: "order-to-rectify" | "circulated-criticism" | "circular" | "assessment-circular" | "discipline-recommendation" | "acceptance-recommendation" | "enforcement-notice" | "stop-order" | "report-to-superior" | "report-to-government" | "report-to-information-security" | "opinion" | "warning" | "penalty-case" | "transfer" | "revocation" | "interview";
                subjectId?: string;
                obligationId?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Escalation"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    createEscalation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "step": "order-to-rectify",
                 *       "subjectId": "6vaxsljbk3czf27nvw5u4y3azy",
                 *       "ruleId": "archives-security/problem-found",
                 *       "text": "检查发现库房消防设施失效。责令你单位限期整改，并书面报告整改情况。"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    step: "order-to-rectify" | "circulated-criticism" | "circular" | "assessment-circular" | "discipline-recommendation" | "acceptance-recommendation" | "enforcement-notice" | "stop-order" | "report-to-superior" | "report-to-government" | "report-to-information-security" | "opinion" | "warning" | "penalty-case" | "transfer" | "revocation" | "interview";
                    subjectId: string;
                    inspectionId?: string;
                    ruleId?: string;
                    text: string;
                    takenOnTheSpot?: {
                        /** Format: date-time */
                        at: string;
                        officers: (string | {
                            name: string;
                            certificate?: string;
                        })[];
                    };
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    listDraftGrounds: {
        parameters: {
            query?: {
                step?: "order-to-rectify" | "circulated-criticism" | "circular" | "assessment-circular" | "discipline-recommendation" | "acceptance-recommendation" | "enforcement-notice" | "stop-order" | "report-to-superior" | "report-to-government" | "report-to-information-security" | "opinion" | "warning" | "penalty-case" | "transfer" | "revocation" | "interview";
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        steps: ("order-to-rectify" | "circulated-criticism" | "circular" | "assessment-circular" | "discipline-recommendation" | "acceptance-recommendation" | "enforcement-notice" | "stop-order" | "report-to-superior" | "report-to-government" | "report-to-information-security" | "opinion" | "warning" | "penalty-case" | "transfer" | "revocation" | "interview")[];
                        grounds: {
                            ruleId: string;
                            regimeTitle: string;
                            title: string;
                            citation: {
                                document: string;
                                section: string;
                                title: string;
                            };
                            check?: {
                                id: string;
                                /** Format: date-time */
                                at: string;
                                findings: {
                                    text: string;
                                    /** Format: date */
                                    rectifyBy?: string;
                                }[];
                            };
                            duty?: {
                                id: string;
                                what: string;
                                period?: string;
                                /** Format: date */
                                dueOn: string;
                            };
                            /** @enum {string} */
                            paper: "order" | "reminder-letter" | "letter-to-department" | "circular" | "filing-proposal" | "recommendation" | "report" | "notice" | "opinion" | "decision";
                            name: string;
                            party?: {
                                /** @enum {string} */
                                relation?: "construction-unit" | "builder" | "owner" | "user" | "maintainer" | "keeper" | "holder" | "party" | "compiler" | "organ";
                                subjectId?: string;
                                name?: string;
                                code?: string;
                                /** @enum {string} */
                                nature?: "organ" | "institution" | "state-owned" | "private" | "individual";
                                address?: string;
                                representative?: string;
                                telephone?: string;
                            };
                            role: string;
                            missing: string[];
                            lacks: components["schemas"]["ProblemError"][];
                            text: string;
                            /** Format: date */
                            rectifyBy?: string;
                            onTheSpot: boolean;
                            reports: ("order-to-rectify" | "circulated-criticism" | "circular" | "assessment-circular" | "discipline-recommendation" | "acceptance-recommendation" | "enforcement-notice" | "stop-order" | "report-to-superior" | "report-to-government" | "report-to-information-security" | "opinion" | "warning" | "penalty-case" | "transfer" | "revocation" | "interview")[];
                        }[];
                    };
                };
            };
        };
    };
    getEscalation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    changeEscalation: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "text": "检查发现库房消防设施失效、温湿度没有记录。责令你单位限期整改，并书面报告整改情况。",
                 *       "rectifyBy": "2026-09-30"
                 *     }
                 */
                "application/json": {
                    text?: string;
                    rectifyBy?: string | null;
                    refusal?: {
                        text: string;
                    } | null;
                    legalBasis?: string | null;
                    form?: ("penalty" | "internal-circular") | null;
                    priorNotice?: unknown;
                    statement?: unknown;
                    /** @constant */
                    redraft?: true;
                    legalReview?: {
                        by: string;
                        opinion: string;
                    } | null;
                    unsentNoticeReason?: string | null;
                    earlierOnPaper?: {
                        name: string;
                        number: string;
                        /** Format: date */
                        on: string;
                        /** Format: date */
                        servedOn: string;
                        /** Format: date */
                        until: string;
                    } | null;
                    circulation?: {
                        name: string;
                        /** Format: email */
                        email?: string;
                    }[];
                    officers?: {
                        name: string;
                        certificate?: string;
                    }[];
                    evidence?: string | null;
                    discovery?: {
                        /** Format: date */
                        on?: string;
                        source?: string;
                    } | null;
                    interview?: {
                        /** Format: date-time */
                        at: string;
                        place: string;
                        attendees: string;
                    } | null;
                    investigation?: {
                        /** Format: date */
                        on: string;
                        text: string;
                    } | null;
                    transfer?: ("crime" | "violation") | null;
                    supervision?: ("urging" | "decision") | null;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    hearHolder: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "notice": {
                 *         "servedOn": "2026-07-01",
                 *         "method": "personal",
                 *         "receivedBy": "张主任"
                 *       },
                 *       "statement": {
                 *         "received": false
                 *       }
                 *     }
                 */
                "application/json": {
                    notice?: {
                        /** Format: date */
                        servedOn: string;
                        /** @enum {string} */
                        method: "personal" | "lien" | "post" | "electronic" | "notice";
                        number?: string;
                        receivedBy?: string;
                        text?: string;
                    };
                    statement?: {
                        /** @constant */
                        received: true;
                        /** Format: date */
                        on: string;
                        text: string;
                        outcome: string;
                    } | {
                        /** @constant */
                        received: false;
                    };
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    proposeEscalation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    decideEscalation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "decision": "approve",
                 *       "reason": "事实清楚，同意"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "reject";
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    issueEscalation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "number": "洪档责〔2026〕1号",
                 *       "on": "2026-07-13"
                 *     }
                 */
                "application/json": {
                    number: string;
                    /** Format: date */
                    on: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    serveEscalation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-07-13",
                 *       "method": "personal",
                 *       "receivedBy": "张主任"
                 *     }
                 */
                "application/json": {
                    /** Format: date */
                    on: string;
                    /** @enum {string} */
                    method: "personal" | "lien" | "post" | "electronic" | "notice";
                    receivedBy?: string;
                    witnesses?: string[];
                    electronicConsent?: boolean | string;
                    place?: string;
                    deliverers?: {
                        name: string;
                        certificate?: string;
                    }[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    withdrawEscalation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "文书制作有误，另行制发"
                 *     }
                 */
                "application/json": {
                    reason: string;
                    text?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    correctEscalation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "联系电话有误",
                 *       "text": "联系电话更正为0745-7654321。"
                 *     }
                 */
                "application/json": {
                    reason: string;
                    text?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    recordCompliance: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-07-13",
                 *       "note": "复查合格"
                 *     }
                 */
                "application/json": {
                    /** Format: date */
                    on: string;
                    note?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    listLedger: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LedgerLink"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    listLegalPapers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                waiting?: "true";
                subjectId?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LegalPaper"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getLegalPaper: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalPaper"];
                };
            };
        };
    };
    listLegalPapersOfSubject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LegalPaper"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    giveLegalWord: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "word": "agree",
                 *       "reason": "所填条款的文本已调阅，现行有效，同意印发"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    word: "agree" | "object";
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Escalation"];
                };
            };
        };
    };
    listInspections: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                regime?: string;
                ruleId?: string;
                subjectId?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Inspection"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    recordInspection: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "regime": "electronic-archives",
                 *       "at": "2026-07-13T09:30:00+08:00",
                 *       "mode": "on-site",
                 *       "cause": "planned",
                 *       "targets": [
                 *         "6vaxsljbk3czf27nvw5u4y3azy"
                 *       ],
                 *       "officers": [
                 *         {
                 *           "name": "王科员",
                 *           "certificate": "湘档执001"
                 *         },
                 *         {
                 *           "name": "刘科员",
                 *           "certificate": "湘档执002"
                 *         }
                 *       ],
                 *       "checklist": [
                 *         {
                 *           "item": "电子档案备份",
                 *           "result": "备份一套，没有异地保存"
                 *         }
                 *       ],
                 *       "findings": [
                 *         {
                 *           "subjectId": "6vaxsljbk3czf27nvw5u4y3azy",
                 *           "text": "电子档案没有异地备份",
                 *           "severity": "minor",
                 *           "handling": "当场指出，限期整改",
                 *           "rectifyBy": "2026-08-14"
                 *         }
                 *       ],
                 *       "signatures": [
                 *         {
                 *           "subjectId": "6vaxsljbk3czf27nvw5u4y3azy",
                 *           "by": "张主任"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    regime: string;
                    ruleId?: string;
                    /** Format: date-time */
                    at: string;
                    /** @enum {string} */
                    mode: "on-site" | "written" | "joint" | "file";
                    /** @enum {string} */
                    cause: "planned" | "complaint" | "transfer" | "superior";
                    countsTowards?: string[];
                    targets: string[];
                    officers: {
                        name: string;
                        certificate?: string;
                        recuse?: string[];
                    }[];
                    /** @default [] */
                    checklist?: {
                        item: string;
                        result: string;
                        subjectId?: string;
                    }[];
                    /** @default [] */
                    findings?: {
                        subjectId: string;
                        text: string;
                        /** @enum {string} */
                        severity: "minor" | "serious" | "grave";
                        handling: string;
                        /** Format: date */
                        rectifyBy?: string;
                    }[];
                    /** @default [] */
                    signatures?: ({
                        subjectId: string;
                        by: string;
                    } | {
                        subjectId: string;
                        /** @constant */
                        refused: true;
                        note: string;
                    })[];
                    sites?: {
                        subjectId: string;
                        place?: string;
                        /** Format: date-time */
                        until?: string;
                        host?: string;
                    }[];
                    certificatesShown?: boolean;
                    rightsTold?: boolean;
                    joined?: {
                        body: string;
                        part?: string;
                        officers?: {
                            name: string;
                            certificate?: string;
                        }[];
                    }[];
                    rechecked?: {
                        obligationId: string;
                        /** @enum {string} */
                        result: "rectified" | "partly" | "not-rectified";
                        note?: string;
                    }[];
                    visitId?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
        };
    };
    getInspection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
        };
    };
    correctInspection: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "检查结果漏记一项",
                 *       "checklist": [
                 *         {
                 *           "item": "电子档案备份",
                 *           "result": "备份一套，没有异地保存"
                 *         },
                 *         {
                 *           "item": "管理制度",
                 *           "result": "已建立"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    reason: string;
                    regime?: string;
                    ruleId?: string | null;
                    /** Format: date-time */
                    at?: string;
                    /** @enum {string} */
                    mode?: "on-site" | "written" | "joint" | "file";
                    /** @enum {string} */
                    cause?: "planned" | "complaint" | "transfer" | "superior";
                    countsTowards?: string[];
                    targets?: string[];
                    officers?: {
                        name: string;
                        certificate?: string;
                        recuse?: string[];
                    }[];
                    checklist?: {
                        item: string;
                        result: string;
                        subjectId?: string;
                    }[];
                    findings?: {
                        subjectId: string;
                        text: string;
                        /** @enum {string} */
                        severity: "minor" | "serious" | "grave";
                        handling: string;
                        /** Format: date */
                        rectifyBy?: string;
                    }[];
                    signatures?: ({
                        subjectId: string;
                        by: string;
                    } | {
                        subjectId: string;
                        /** @constant */
                        refused: true;
                        note: string;
                    })[];
                    sites?: {
                        subjectId: string;
                        place?: string;
                        /** Format: date-time */
                        until?: string;
                        host?: string;
                    }[];
                    certificatesShown?: boolean;
                    rightsTold?: boolean;
                    joined?: {
                        body: string;
                        part?: string;
                        officers?: {
                            name: string;
                            certificate?: string;
                        }[];
                    }[];
                    rechecked?: {
                        obligationId: string;
                        /** @enum {string} */
                        result: "rectified" | "partly" | "not-rectified";
                        note?: string;
                    }[];
                    visitId?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inspection"];
                };
            };
        };
    };
    listQuotas: {
        parameters: {
            query?: {
                on?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quotas"];
                };
            };
        };
    };
    getQuotaPlan: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaPlan"];
                };
            };
        };
    };
    decideQuota: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                regime: string;
                rule: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "period": "2026",
                 *       "follow": "ratio",
                 *       "reason": "监管单位不足100家，经局务会议研究按比例执行"
                 *     }
                 */
                "application/json": {
                    period: string;
                    /** @enum {string} */
                    follow: "ratio" | "direct" | "cap" | "quota";
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quota"];
                };
            };
        };
    };
    listVisits: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "planned" | "notified" | "done" | "cancelled";
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Visit"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    planVisit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "regime": "electronic-archives",
                 *       "on": "2026-07-20",
                 *       "mode": "on-site",
                 *       "targets": [
                 *         "6vaxsljbk3czf27nvw5u4y3azy"
                 *       ],
                 *       "officers": [
                 *         {
                 *           "name": "王科员"
                 *         },
                 *         {
                 *           "name": "刘科员",
                 *           "certificate": "湘档执002"
                 *         }
                 *       ],
                 *       "materials": [
                 *         "电子档案管理制度",
                 *         "备份记录"
                 *       ],
                 *       "joined": [
                 *         {
                 *           "body": "洪江区数据局",
                 *           "as": "assistance",
                 *           "part": "协助查看备份系统"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    regime: string;
                    ruleIds?: string[];
                    /** Format: date */
                    on: string;
                    /** Format: date */
                    until?: string;
                    /** @enum {string} */
                    mode: "on-site" | "written" | "joint" | "file";
                    /**
                     * @default planned
                     * @enum {string}
                     */
                    cause?: "planned" | "complaint" | "transfer" | "superior";
                    targets: string[];
                    officers: {
                        name: string;
                        certificate?: string;
                    }[];
                    drawId?: string;
                    place?: string;
                    items?: string[];
                    materials?: string[];
                    joined?: {
                        body: string;
                        /** @enum {string} */
                        as: "joint" | "assistance";
                        part?: string;
                        officers?: {
                            name: string;
                            certificate?: string;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
        };
    };
    getVisit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
        };
    };
    changeVisit: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "on": "2026-07-21",
                 *       "place": "区教育局档案室"
                 *     }
                 */
                "application/json": {
                    regime?: string;
                    ruleIds?: string[] | null;
                    /** Format: date */
                    on?: string;
                    until?: string | null;
                    /** @enum {string} */
                    mode?: "on-site" | "written" | "joint" | "file";
                    /** @enum {string} */
                    cause?: "planned" | "complaint" | "transfer" | "superior";
                    targets?: string[];
                    officers?: {
                        name: string;
                        certificate?: string;
                    }[];
                    drawId?: string | null;
                    place?: string | null;
                    items?: string[] | null;
                    materials?: string[] | null;
                    joined?: {
                        body: string;
                        /** @enum {string} */
                        as: "joint" | "assistance";
                        part?: string;
                        officers?: {
                            name: string;
                            certificate?: string;
                        }[];
                    }[] | null;
                    /** @constant */
                    status?: "cancelled";
                    reason?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
        };
    };
    decideVisit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "decision": "approve",
                 *       "reason": "同意检查"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "reject";
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
        };
    };
    notifyVisit: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "number": "洪档检通〔2026〕1号",
                 *       "on": "2026-07-13"
                 *     }
                 */
                "application/json": {
                    subjectId?: string;
                    number: string;
                    /** Format: date */
                    on: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visit"];
                };
            };
        };
    };
    listDraws: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                ruleId?: string;
                status?: "committed" | "drawn" | "abandoned";
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DrawSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    commitDraw: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "ruleId": "archives-security/special-check",
                 *       "size": 1,
                 *       "beacon": {
                 *         "kind": "local"
                 *       }
                 *     }
                 */
                "application/json": {
                    ruleId: string;
                    size?: number;
                    ratio?: number;
                    /** @default [] */
                    exclude?: {
                        subjectId: string;
                        reason: string;
                    }[];
                    officers?: {
                        name: string;
                        certificate: string;
                        /** @default [] */
                        recuse?: string[];
                    }[];
                    beacon: {
                        /** @constant */
                        kind: "drand";
                        round: number;
                    } | {
                        /** @constant */
                        kind: "dice";
                        witnesses: string[];
                    } | {
                        /** @constant */
                        kind: "local";
                    };
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
        };
    };
    getDrawHistory: {
        parameters: {
            query?: {
                ruleId?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DrawShare"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getDraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
        };
    };
    revealDraw: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": {
                    value?: string | number[];
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
        };
    };
    replaceDrawn: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "subjectId": "6vaxsljbk3czf27nvw5u4y3azy",
                 *       "reason": "该单位正在搬迁，库房封存"
                 *     }
                 */
                "application/json": {
                    subjectId: string;
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
        };
    };
    abandonDraw: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "名册有误，重新抽取"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draw"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                subjectId?: string;
                status?: "queued" | "unknown" | "sent" | "captured" | "delivered" | "bounced" | "complained" | "failed" | "suppressed" | "withdrawn";
                kind?: string;
                channel?: "email" | "sms";
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Notice"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    getNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeDetail"];
                };
            };
        };
    };
    resendNotice: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
        };
    };
    resendNotices: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "status": "failed",
                 *       "from": "2026-07-01",
                 *       "to": "2026-07-31"
                 *     }
                 */
                "application/json": {
                    ids: string[];
                } | {
                    /** @enum {string} */
                    status: "failed" | "unknown" | "captured" | "bounced" | "suppressed";
                    from: string;
                    to: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resent"];
                };
            };
        };
    };
    getSubjectStatus: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubjectStatus"];
                };
            };
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JurisdictionStatus"];
                };
            };
        };
    };
    listFeeds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Feed"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    makeFeed: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "我的待办",
                 *       "subjectId": "6vaxsljbk3czf27nvw5u4y3azy"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    subjectId?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedMade"];
                };
            };
        };
    };
    revokeFeed: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feed"];
                };
            };
        };
    };
    getAnswerable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: string;
                        bureau: string;
                        duty: {
                            what: string;
                            /** Format: date */
                            dueOn: string;
                            clause: string;
                            text: string;
                        };
                        acts: ("report" | "extension" | "contact" | "acknowledge")[];
                        /** Format: date-time */
                        expiresAt: string;
                        report?: {
                            /** @enum {string} */
                            status: "pending" | "returned";
                            on: string;
                            document?: string;
                            note?: string;
                            reason?: string;
                        };
                        extension?: {
                            /** Format: date */
                            until: string;
                            reason: string;
                        };
                        contact: {
                            name: string;
                            /** Format: email */
                            email?: string;
                            mobile?: string;
                            telephone?: string;
                            role?: string;
                        };
                    };
                };
            };
        };
    };
    answerLetter: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "act": "extension",
                 *       "until": "2026-10-30",
                 *       "reason": "单位搬迁，需要延期"
                 *     }
                 */
                "application/json": {
                    on: string;
                    document?: string;
                    note?: string;
                    /** @constant */
                    act: "report";
                } | {
                    /** @constant */
                    act: "extension";
                    /** Format: date */
                    until: string;
                    reason: string;
                } | {
                    /** @constant */
                    act: "contact";
                    contacts: {
                        name: string;
                        /** Format: email */
                        email?: string;
                        mobile?: string;
                        telephone?: string;
                        role?: string;
                    }[];
                } | {
                    /** @constant */
                    act: "acknowledge";
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        receipt: string;
                    };
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: {
                dryRun?: "0" | "1" | "true" | "false" | "";
                columns?: string;
                file?: string;
            };
            header?: {
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                j: components["parameters"]["j"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportDone"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportAccepted"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: {
                cursor?: string;
            };
            header?: never;
            path: {
                j: components["parameters"]["j"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportProgress"];
                };
            };
        };
    };
}
